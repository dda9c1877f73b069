/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with one setting of a connection.
 *
 * @param setting its name; empty text where it is about no single one
 * @param rest what follows the setting's name in the sentence, its separator included
 */
record SettingProblem(String setting, String rest) {

    /** Finds the setting that each of a kind's sentences begins with. */
    static List<SettingProblem> of(HostKind kind, List<String> sentences) {
        return sentences.stream().map(sentence -> of(kind, sentence)).toList();
    }

    private static SettingProblem of(HostKind kind, String sentence) {
        Optional<String> name = kind.settings().stream()
                .map(HostSetting::name)
                .filter(candidate -> sentence.startsWith("segcast." + kind.key() + "." + candidate))
                .max(Comparator.comparingInt(String::length));
        return name.map(found ->
                        new SettingProblem(found, sentence.substring(("segcast." + kind.key() + "." + found).length())))
                .orElseGet(() -> new SettingProblem("", sentence));
    }

    /** With the setting's label in place of its name. */
    String said(HostKind kind) {
        return setting.isEmpty() ? rest : label(kind, setting) + rest;
    }

    static String label(HostKind kind, String setting) {
        return kind.settings().stream()
                .filter(candidate -> candidate.name().equals(setting))
                .map(HostSetting::label)
                .findFirst()
                .orElse(setting);
    }
}
