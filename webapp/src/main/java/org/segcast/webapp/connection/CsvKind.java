/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.csv.CsvConfig;
import org.segcast.connector.csv.CsvCrm;
import org.segcast.connector.spi.HostCrm;

/** A folder of CSV files. */
@ApplicationScoped
public class CsvKind implements HostKind {
    private static final String DIR = "dir";

    @Override
    public String key() {
        return "csv";
    }

    @Override
    public String label() {
        return "CSV folder";
    }

    @Override
    public String about() {
        return "Files that another system exports: contacts.csv, orders.csv and, if you have them, order lines and campaign responses.";
    }

    @Override
    public List<HostSetting> settings() {
        return List.of(
                HostSetting.required(DIR, "Folder", "The folder on the server that holds contacts.csv and orders.csv"));
    }

    @Override
    public List<String> problems(Map<String, String> texts) {
        String text = texts.getOrDefault(DIR, "");
        if (text.isEmpty()) {
            return List.of("segcast.csv.dir is not set: expected the folder with contacts.csv and orders.csv");
        }
        Optional<Path> folder = folder(texts);
        if (folder.isEmpty()) {
            return List.of("segcast.csv.dir is no name of a folder: expected one such as /data/shop");
        }
        return Files.isDirectory(folder.get())
                ? List.of()
                : List.of("segcast.csv.dir: there is no folder " + text + ": create it or correct the setting");
    }

    @Override
    public String place(Map<String, String> texts) {
        return folder(texts)
                .map(folder -> folder.toAbsolutePath().normalize().toString())
                .orElse("");
    }

    @Override
    public String describe(Map<String, String> texts) {
        return "CSV files in " + texts.getOrDefault(DIR, "a folder that is not set");
    }

    @Override
    public HostCrm open(Map<String, String> texts) {
        return new CsvCrm(new CsvConfig(folder(texts).orElseThrow()));
    }

    private static Optional<Path> folder(Map<String, String> texts) {
        try {
            return Optional.ofNullable(texts.get(DIR)).map(Path::of);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
