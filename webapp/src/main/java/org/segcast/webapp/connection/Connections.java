/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.segcast.connector.csv.CsvConfig;
import org.segcast.connector.csv.CsvCrm;
import org.segcast.connector.odoo.OdooConfig;
import org.segcast.connector.odoo.OdooCrm;
import org.segcast.connector.sample.SampleFolder;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.SegcastException;
import org.segcast.webapp.settings.Settings;

/** Opens and tests the connection to the host CRM. */
@ApplicationScoped
public class Connections {
    private static final long SAMPLE_SEED = 20260630;
    private static final int SAMPLE_CONTACTS = 5_000;

    @Inject
    private Settings settings;

    @Inject
    private CallGuards guards;

    @Resource
    private ManagedExecutorService executor;

    /** One line of the page: a setting's name and its value, secrets masked. */
    public record Line(String name, String value) {}

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("segcast.crm", lower(settings.crm())));
        settings.odoo().ifPresent(odoo -> {
            lines.add(new Line("segcast.odoo.url", odoo.url().toString()));
            lines.add(new Line("segcast.odoo.database", odoo.database()));
            lines.add(new Line("segcast.odoo.user", odoo.user()));
            lines.add(new Line("segcast.odoo.api-key", odoo.apiKey().toString()));
        });
        settings.csvFolder().ifPresent(folder -> lines.add(new Line("segcast.csv.dir", folder.toString())));
        lines.add(new Line("segcast.push", lower(settings.push())));
        lines.add(new Line("segcast.push.hysteresis", settings.pushHysteresis() + " points"));
        lines.add(
                new Line("segcast.as-of", settings.asOf().map(Object::toString).orElse("follows the clock")));
        lines.add(new Line("segcast.home", settings.home().toString()));
        return lines;
    }

    /** In words, without secrets. */
    public String describe() {
        return switch (settings.crm()) {
            case SAMPLE -> "Sample CRM";
            case CSV ->
                "CSV files in " + settings.csvFolder().map(Path::toString).orElse("a folder that is not set");
            case ODOO ->
                settings.odoo()
                        .map(odoo -> "Odoo at " + odoo.url() + ", database " + odoo.database())
                        .orElse("Odoo, not set up yet");
        };
    }

    /** The caller closes it. The sample is made on first use. */
    public HostCrm open() {
        if (!settings.problems().isEmpty()) {
            throw new SegcastException(
                    ErrorCode.SETTINGS_INVALID, "The settings need mending: " + String.join("; ", settings.problems()));
        }
        return switch (settings.crm()) {
            case SAMPLE -> new CsvCrm(new CsvConfig(sample()));
            case CSV -> new CsvCrm(new CsvConfig(settings.csvFolder().orElseThrow()));
            case ODOO -> odoo(settings.odoo().orElseThrow());
        };
    }

    /** The settings' problems first; with none, the CRM is tried. */
    public ConnectionCheck check() {
        if (!settings.problems().isEmpty()) {
            return new ConnectionCheck(settings.problems().stream()
                    .map(problem -> ConnectionCheck.Step.fails("Settings", ErrorCode.SETTINGS_INVALID, problem))
                    .toList());
        }
        try (HostCrm crm = open()) {
            return crm.check();
        }
    }

    /** The contact's page in the CRM, where it has one. */
    public Optional<URI> contactPage(String contactId) {
        return settings.odoo().flatMap(config -> config.contactPage(contactId));
    }

    private HostCrm odoo(OdooConfig config) {
        return new OdooCrm(config, executor, guards.of(config.url(), config.policy()));
    }

    private synchronized Path sample() {
        Path folder = settings.home().resolve("sample");
        if (!Files.exists(folder.resolve("contacts.csv"))) {
            SampleFolder.write(folder, Settings.SAMPLE_DAY, SAMPLE_SEED, SAMPLE_CONTACTS);
        }
        return folder;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
