/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segcast.webapp.connection.ConnectionDraft.Problem;
import org.segcast.webapp.connection.ConnectionStore.Wanted;
import org.segcast.webapp.settings.Settings.PushMode;

/** Reads a draft and collects every problem instead of stopping at the first. */
final class DraftCheck {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 1000;
    /** Some two hundred names. */
    private static final int LONGEST_LIST = 4000;

    private final ConnectionDraft draft;
    private final HostKind kind;
    private final Optional<CrmConnection> before;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> texts;

    /** @param before the connection that the draft changes; empty where it adds one */
    DraftCheck(ConnectionDraft draft, HostKind kind, Optional<CrmConnection> before) {
        this.draft = draft;
        this.kind = kind;
        this.before = before;
        this.texts = withKeptSecrets();
        settings();
    }

    /** The settings as they would be, secrets that stay included. */
    Map<String, String> texts() {
        return texts;
    }

    /** What is wrong with the settings alone: enough to try them. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** A key is never sent to another address than the one it was entered for, unless it is entered again. */
    private Map<String, String> withKeptSecrets() {
        Map<String, String> merged = new HashMap<>(draft.texts());
        before.filter(kept -> kind.place(kept.texts()).equals(kind.place(draft.texts())))
                .ifPresent(kept -> secrets()
                        .forEach(setting -> Optional.ofNullable(kept.texts().get(setting.name()))
                                .ifPresent(secret -> merged.putIfAbsent(setting.name(), secret))));
        return merged;
    }

    private List<HostSetting> secrets() {
        return kind.settings().stream().filter(HostSetting::secret).toList();
    }

    private void settings() {
        draft.texts().keySet().stream()
                .filter(name -> kind.settings().stream()
                        .noneMatch(setting -> setting.name().equals(name)))
                .sorted()
                .forEach(name -> problems.add(new Problem(
                        name,
                        "'" + name + "' is no setting of " + kind.label() + ": expected "
                                + kind.settings().stream()
                                        .map(HostSetting::name)
                                        .collect(Collectors.joining(", ")))));
        texts.forEach((name, text) -> {
            int longest = name.equals(HostSetting.FIELDS) ? LONGEST_LIST : LONGEST_TEXT;
            if (text.length() > longest) {
                problems.add(new Problem(
                        name,
                        SettingProblem.label(kind, name) + " is too long: expected at most " + longest
                                + " characters"));
            }
        });
        SettingProblem.of(kind, kind.problems(texts))
                .forEach(problem -> problems.add(new Problem(problem.setting(), said(problem))));
    }

    private String said(SettingProblem problem) {
        boolean moved = before.filter(kept -> kept.holds(problem.setting())).isPresent()
                && secrets().stream().anyMatch(setting -> setting.name().equals(problem.setting()))
                && !texts.containsKey(problem.setting());
        return moved
                ? SettingProblem.label(kind, problem.setting())
                        + " has to be entered again, because the CRM is another one than before: it is not sent to a new"
                        + " address unasked"
                : problem.said(kind);
    }

    /**
     * The whole draft, ready to be kept.
     *
     * @param others all other connections
     * @return empty where there are {@link #problems}
     */
    Optional<Wanted> wanted(List<CrmConnection> others) {
        name(others);
        Optional<LocalDate> asOf = asOf();
        PushMode push = push();
        String source = kind.source(texts);
        if (problems.isEmpty()) {
            others.stream()
                    .filter(other -> other.source().equals(source))
                    .forEach(other -> problems.add(new Problem(
                            "",
                            "The connection '" + other.name()
                                    + "' leads to the same CRM already: change that one instead")));
        }
        return problems.isEmpty()
                ? Optional.of(new Wanted(draft.name(), kind.key(), source, asOf, push, plain(), newSecrets()))
                : Optional.empty();
    }

    private void name(List<CrmConnection> others) {
        String name = draft.name();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(new Problem("name", "Name: expected 1 to " + LONGEST_NAME + " characters"));
        } else if (others.stream().anyMatch(other -> other.name().equalsIgnoreCase(name))) {
            problems.add(new Problem("name", "Another connection is named '" + name + "' already"));
        }
    }

    private Optional<LocalDate> asOf() {
        try {
            return draft.asOf().isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(draft.asOf()));
        } catch (DateTimeParseException wrong) {
            problems.add(
                    new Problem("asOf", "Today: expected a date such as 2026-12-31, or nothing for what is usual"));
            return Optional.empty();
        }
    }

    private PushMode push() {
        if (draft.push().isEmpty()) {
            return kind.usualPush();
        }
        try {
            return PushMode.valueOf(draft.push().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            problems.add(new Problem("push", "Push: expected auto or manual"));
            return PushMode.MANUAL;
        }
    }

    private Map<String, String> plain() {
        Map<String, String> plain = new HashMap<>(draft.texts());
        secrets().forEach(setting -> plain.remove(setting.name()));
        return plain;
    }

    private Map<String, String> newSecrets() {
        Map<String, String> fresh = new HashMap<>(draft.texts());
        fresh.keySet().retainAll(secrets().stream().map(HostSetting::name).toList());
        return fresh;
    }
}
