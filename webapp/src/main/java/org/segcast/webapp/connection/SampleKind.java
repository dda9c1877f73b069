/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.csv.CsvConfig;
import org.segcast.connector.csv.CsvCrm;
import org.segcast.connector.sample.SampleFolder;
import org.segcast.connector.spi.HostCrm;
import org.segcast.webapp.settings.Settings;
import org.segcast.webapp.settings.Settings.PushMode;

/** The sample that comes along, made on first use. */
@ApplicationScoped
public class SampleKind implements HostKind {
    static final String KEY = "sample";
    /** The sample's "today": its three years of orders end there, whenever it is looked at. */
    public static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static final long SEED = 20260630;
    private static final int CONTACTS = 5_000;

    @Inject
    private Settings server;

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String label() {
        return "Sample CRM";
    }

    @Override
    public String about() {
        return "A made-up shop with 5,000 contacts, to look around in.";
    }

    @Override
    public List<HostSetting> settings() {
        return List.of();
    }

    @Override
    public List<String> problems(Map<String, String> texts) {
        return List.of();
    }

    @Override
    public String place(Map<String, String> texts) {
        return KEY;
    }

    @Override
    public String describe(Map<String, String> texts) {
        return label();
    }

    @Override
    public HostCrm open(Map<String, String> texts) {
        return new CsvCrm(new CsvConfig(folder()));
    }

    @Override
    public String source(Map<String, String> texts) {
        return KEY;
    }

    @Override
    public Optional<LocalDate> usualDay() {
        return Optional.of(DAY);
    }

    @Override
    public PushMode usualPush() {
        return PushMode.AUTO;
    }

    private synchronized Path folder() {
        Path folder = server.home().resolve(KEY);
        if (!Files.exists(folder.resolve("contacts.csv"))) {
            SampleFolder.write(folder, DAY, SEED, CONTACTS);
        }
        return folder;
    }
}
