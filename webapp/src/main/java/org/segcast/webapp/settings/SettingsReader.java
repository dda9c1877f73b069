/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.segcast.connector.odoo.OdooConfig;
import org.segcast.webapp.settings.Settings.CrmKind;
import org.segcast.webapp.settings.Settings.PushMode;

/** Reads {@link Settings} and collects every problem instead of stopping at the first. */
final class SettingsReader {
    static final int SHORTEST_PASSWORD = 10;
    private static final int PUSH_HYSTERESIS = 5;
    private static final List<String> ODOO = List.of(
            "url",
            "database",
            "user",
            "api-key",
            "connect-timeout",
            "request-timeout",
            "attempts",
            "parallel",
            "business-hours",
            "business-pause",
            "no-profiling-tag");

    private final Function<String, Optional<String>> source;
    private final List<String> problems = new ArrayList<>();

    /** @param source a setting's text by its name; empty where it is not set */
    SettingsReader(Function<String, Optional<String>> source) {
        this.source = name -> source.apply(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    Settings read() {
        Path home =
                Path.of(source.apply("segcast.home").orElseGet(() -> System.getProperty("user.home") + "/.segcast"));
        CrmKind crm = choice("segcast.crm", CrmKind.class, CrmKind.SAMPLE);
        Optional<OdooConfig> odoo = crm == CrmKind.ODOO ? odoo() : Optional.empty();
        Optional<Path> csvFolder = crm == CrmKind.CSV ? csvFolder() : Optional.empty();
        Optional<LocalDate> asOf =
                asOf().or(() -> crm == CrmKind.SAMPLE ? Optional.of(Settings.SAMPLE_DAY) : Optional.empty());
        PushMode push = choice("segcast.push", PushMode.class, crm == CrmKind.SAMPLE ? PushMode.AUTO : PushMode.MANUAL);
        Optional<Secret> password = adminPassword();
        return new Settings(home, crm, odoo, csvFolder, asOf, push, pushHysteresis(), password, problems);
    }

    private Optional<OdooConfig> odoo() {
        Map<String, String> texts = new HashMap<>();
        ODOO.forEach(name -> source.apply("segcast.odoo." + name).ifPresent(text -> texts.put(name, text)));
        List<String> found = OdooConfig.problems(texts);
        problems.addAll(found);
        return found.isEmpty() ? Optional.of(OdooConfig.from(texts)) : Optional.empty();
    }

    private Optional<Path> csvFolder() {
        Optional<Path> folder = required("segcast.csv.dir", "the folder with contacts.csv and orders.csv")
                .map(Path::of);
        folder.filter(path -> !Files.isDirectory(path))
                .ifPresent(path -> problems.add(
                        "segcast.csv.dir: there is no folder " + path + ": create it or correct the setting"));
        return folder;
    }

    private Optional<LocalDate> asOf() {
        Optional<String> text = source.apply("segcast.as-of");
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException wrong) {
            problems.add("segcast.as-of is '" + text.orElse("")
                    + "': expected a date such as 2026-12-31, or nothing to follow the clock");
            return Optional.empty();
        }
    }

    private int pushHysteresis() {
        Optional<String> text = source.apply("segcast.push.hysteresis");
        if (text.filter(points -> !points.matches("[0-9]{1,2}|100")).isPresent()) {
            problems.add("segcast.push.hysteresis is '" + text.get() + "': expected whole points of 0 to 100");
            return PUSH_HYSTERESIS;
        }
        return text.map(Integer::parseInt).orElse(PUSH_HYSTERESIS);
    }

    private Optional<Secret> adminPassword() {
        Optional<String> password = source.apply("segcast.admin.password");
        if (password.isPresent() && password.get().length() < SHORTEST_PASSWORD) {
            problems.add("segcast.admin.password is too short: expected at least " + SHORTEST_PASSWORD + " characters");
            return Optional.empty();
        }
        return password.map(Secret::new);
    }

    private Optional<String> required(String name, String what) {
        Optional<String> text = source.apply(name);
        if (text.isEmpty()) {
            problems.add(name + " is not set: expected " + what);
        }
        return text;
    }

    private <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        Optional<String> text = source.apply(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text.get())) {
                return value;
            }
        }
        String allowed = String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList())
                .toLowerCase(Locale.ROOT);
        problems.add(name + " is '" + text.get() + "': expected one of " + allowed);
        return otherwise;
    }
}
