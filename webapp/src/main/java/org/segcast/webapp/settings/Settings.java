/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.segcast.connector.odoo.OdooConfig;

/**
 * What the admin set, with defaults filled in.
 *
 * @param home the folder that holds everything the server keeps
 * @param asOf fixes "today" for old data; empty follows the clock
 * @param pushHysteresis points by which a score must move to be sent again, 0 to 100; 0 sends every difference
 * @param problems everything that is wrong, one sentence each, no secrets; with any, no run starts
 */
public record Settings(
        Path home,
        CrmKind crm,
        Optional<OdooConfig> odoo,
        Optional<Path> csvFolder,
        Optional<LocalDate> asOf,
        PushMode push,
        int pushHysteresis,
        Optional<Secret> adminPassword,
        List<String> problems) {

    public enum CrmKind {
        SAMPLE,
        CSV,
        ODOO
    }

    /** Whether a run sends its plan at once or waits until somebody approved it. */
    public enum PushMode {
        AUTO,
        MANUAL
    }

    /** The sample's "today": its three years of orders end there, whenever it is looked at. */
    public static final LocalDate SAMPLE_DAY = LocalDate.of(2026, 6, 30);

    public Settings {
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(crm, "crm");
        Objects.requireNonNull(odoo, "odoo");
        Objects.requireNonNull(csvFolder, "csvFolder");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(push, "push");
        Objects.requireNonNull(adminPassword, "adminPassword");
        problems = List.copyOf(problems);
    }

    /** Identifies the connected CRM among all that this home was ever connected to; fit for a file name. */
    public String source() {
        return switch (crm) {
            case SAMPLE -> "sample";
            case CSV ->
                "csv-"
                        + fingerprint(csvFolder.map(
                                folder -> folder.toAbsolutePath().normalize().toString()));
            case ODOO -> "odoo-" + fingerprint(odoo.map(server -> server.url() + " " + server.database()));
        };
    }

    private static String fingerprint(Optional<String> place) {
        return UUID.nameUUIDFromBytes(place.orElse("").getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }
}
