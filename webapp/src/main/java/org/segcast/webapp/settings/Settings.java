/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the admin set outside the application, with defaults filled in. What belongs to one CRM is with its connection; the settings here stand above all of them.
 *
 * @param home the folder that holds everything the server keeps
 * @param crm the kind of the one connection that the settings name; with it, no other can be used
 * @param asOf fixes "today" whatever the connection says
 * @param push decides about pushes whatever the connection says
 * @param pushHysteresis points by which a score must move to be sent again, 0 to 100; 0 sends every difference
 * @param secretKey what secrets are sealed with; empty takes a key of the server's own
 * @param secretKeyOld the one before
 * @param problems everything that is wrong, one sentence each, no secrets; with any, no run starts
 */
public record Settings(
        Path home,
        Optional<String> crm,
        Optional<LocalDate> asOf,
        Optional<PushMode> push,
        int pushHysteresis,
        Optional<Secret> adminPassword,
        Optional<Secret> secretKey,
        Optional<Secret> secretKeyOld,
        List<String> problems) {

    /** Whether a run sends its plan at once or waits until somebody approved it. */
    public enum PushMode {
        AUTO,
        MANUAL
    }

    public Settings {
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(crm, "crm");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(push, "push");
        Objects.requireNonNull(adminPassword, "adminPassword");
        Objects.requireNonNull(secretKey, "secretKey");
        Objects.requireNonNull(secretKeyOld, "secretKeyOld");
        problems = List.copyOf(problems);
    }
}
