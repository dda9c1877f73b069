/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.SegcastException;
import org.segcast.webapp.settings.Settings.PushMode;

/**
 * One connection as it was kept when it was read, ready to be opened. Printing it shows no setting.
 *
 * @param source names the CRM in file names and in the journal of runs
 * @param texts its settings by name, opened secrets included
 * @param asOf fixes "today"; empty takes what is usual for the kind
 * @param keyExpires the day (UTC) on which the key runs out, as the CRM told the latest sync
 * @param fromEnvironment the settings outside the application hold, so it can't be changed here
 * @param problems everything that is wrong with it, one sentence each
 */
public record CrmConnection(
        long id,
        String name,
        HostKind kind,
        String source,
        Map<String, String> texts,
        Optional<LocalDate> asOf,
        PushMode push,
        Optional<LocalDate> keyExpires,
        boolean fromEnvironment,
        boolean inUse,
        List<String> problems) {
    private static final Period KEY_NOTICE = Period.ofDays(14);

    public CrmConnection {
        texts = Map.copyOf(texts);
        problems = List.copyOf(problems);
    }

    /** In words, without secrets. */
    public String describe() {
        return kind.describe(texts);
    }

    /** What may be shown of its settings, by name in the order of the form; a password in an address may not. */
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        kind.settings().stream()
                .filter(setting -> !setting.secret() && texts.containsKey(setting.name()))
                .forEach(setting ->
                        shown.put(setting.name(), texts.get(setting.name()).replaceAll("://[^/@]*@", "://***@")));
        return shown;
    }

    /** Whether a secret is there, opened or outside the application. */
    public boolean holds(String secret) {
        return texts.containsKey(secret);
    }

    /** The day on which the key runs out, from two weeks before it on. */
    public Optional<LocalDate> keyExpiresSoon(LocalDate today) {
        return keyExpires.filter(day -> !today.isBefore(day.minus(KEY_NOTICE)));
    }

    /** The caller closes it. */
    HostCrm open() {
        if (!problems.isEmpty()) {
            throw new SegcastException(
                    ErrorCode.SETTINGS_INVALID, "The settings need mending: " + String.join("; ", problems));
        }
        return kind.open(texts);
    }

    /** Its problems first; with none, the CRM is tried. */
    ConnectionCheck check() {
        if (!problems.isEmpty()) {
            return failing(problems);
        }
        try (HostCrm crm = open()) {
            return crm.check();
        }
    }

    static ConnectionCheck failing(List<String> problems) {
        return new ConnectionCheck(problems.stream()
                .map(problem -> ConnectionCheck.Step.fails("Settings", ErrorCode.SETTINGS_INVALID, problem))
                .toList());
    }

    Optional<URI> contactPage(String contactId) {
        return kind.contactPage(texts, contactId);
    }

    @Override
    public String toString() {
        return "connection " + id + " (" + kind.key() + ", " + source + ")";
    }
}
