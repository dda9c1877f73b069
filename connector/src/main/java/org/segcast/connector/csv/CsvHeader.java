/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The columns of a file, found by name whatever their case and order. Where a name stands twice, the first counts. */
final class CsvHeader {
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();

    CsvHeader(List<String> cells) {
        names = cells.stream().map(String::strip).toList();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i).toLowerCase(Locale.ROOT), i);
        }
    }

    int width() {
        return names.size();
    }

    OptionalInt place(String column) {
        Integer place = places.get(column);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    List<String> missing(List<String> required) {
        return required.stream().filter(name -> !places.containsKey(name)).toList();
    }

    /** Names of the columns that are none of these, as written. */
    List<String> beyond(Set<String> known) {
        List<String> further = new ArrayList<>();
        for (Map.Entry<String, Integer> column : places.entrySet()) {
            if (!column.getKey().isEmpty() && !known.contains(column.getKey())) {
                further.add(names.get(column.getValue()));
            }
        }
        return further;
    }
}
