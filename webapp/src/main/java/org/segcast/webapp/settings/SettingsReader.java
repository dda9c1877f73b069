/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.segcast.webapp.settings.Settings.PushMode;

/** Reads {@link Settings} and collects every problem instead of stopping at the first. */
final class SettingsReader {
    static final int SHORTEST_PASSWORD = 10;
    private static final int PUSH_HYSTERESIS = 5;
    private static final int KEY_BYTES = 32;

    private final SettingTexts texts;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(SettingTexts texts) {
        this.texts = SettingTexts.stripped(texts);
    }

    Settings read() {
        Path home = Path.of(texts.of("segcast.home").orElseGet(() -> System.getProperty("user.home") + "/.segcast"));
        Optional<String> crm = texts.of("segcast.crm").map(text -> text.toLowerCase(Locale.ROOT));
        Optional<LocalDate> asOf = asOf();
        Optional<PushMode> push = choice("segcast.push", PushMode.class);
        return new Settings(
                home,
                crm,
                asOf,
                push,
                pushHysteresis(),
                adminPassword(),
                key("segcast.secret.key"),
                key("segcast.secret.key.old"),
                problems);
    }

    private Optional<LocalDate> asOf() {
        Optional<String> text = texts.of("segcast.as-of");
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException wrong) {
            problems.add("segcast.as-of is '" + text.orElse("")
                    + "': expected a date such as 2026-12-31, or nothing to follow the clock");
            return Optional.empty();
        }
    }

    private int pushHysteresis() {
        Optional<String> text = texts.of("segcast.push.hysteresis");
        if (text.filter(points -> !points.matches("[0-9]{1,2}|100")).isPresent()) {
            problems.add("segcast.push.hysteresis is '" + text.get() + "': expected whole points of 0 to 100");
            return PUSH_HYSTERESIS;
        }
        return text.map(Integer::parseInt).orElse(PUSH_HYSTERESIS);
    }

    private Optional<Secret> adminPassword() {
        Optional<String> password = texts.of("segcast.admin.password");
        if (password.isPresent() && password.get().length() < SHORTEST_PASSWORD) {
            problems.add("segcast.admin.password is too short: expected at least " + SHORTEST_PASSWORD + " characters");
            return Optional.empty();
        }
        return password.map(Secret::new);
    }

    /** A passphrase is no key: whoever gets hold of the database could try millions of them. */
    private Optional<Secret> key(String name) {
        Optional<String> text = texts.of(name);
        if (text.isPresent() && !isKey(text.get())) {
            problems.add(name + " is no key: expected " + KEY_BYTES
                    + " random bytes in base64, as `openssl rand -base64 32` makes them");
            return Optional.empty();
        }
        return text.map(Secret::new);
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == KEY_BYTES;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        Optional<String> text = texts.of(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text.get())) {
                return Optional.of(value);
            }
        }
        String allowed = String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList())
                .toLowerCase(Locale.ROOT);
        problems.add(name + " is '" + text.get() + "': expected one of " + allowed);
        return Optional.empty();
    }
}
