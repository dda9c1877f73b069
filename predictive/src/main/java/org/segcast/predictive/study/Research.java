/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Market research by one trait: what is said of people of a country, an age band, a gender, an industry or a zip area.
 *
 * @param key the trait by which it is joined
 * @param columns what it says, without the key
 * @param rows by the key's value as {@link #plain} writes it; each as long as the columns
 */
public record Research(StudyTrait key, List<String> columns, Map<String, List<String>> rows) {
    public Research {
        columns = List.copyOf(columns);
        rows = Map.copyOf(rows);
    }

    /** What it says of somebody of whom these traits are told, in the order of {@link StudyTrait}. */
    public Optional<List<String>> of(List<String> traits) {
        return Optional.ofNullable(rows.get(plain(traits.get(key.ordinal()))));
    }

    /** Case, blanks at the ends and the dash between two ages are of no account. */
    static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT).replaceAll("(?<=[0-9]) ?[-–] ?(?=[0-9])", " to ");
    }
}
