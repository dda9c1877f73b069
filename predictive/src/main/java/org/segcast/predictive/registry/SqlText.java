/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A piece of SQL with the values of its question marks. Whatever people wrote is a value, never text of the statement. */
record SqlText(String text, List<Object> values) {

    SqlText {
        values = List.copyOf(values);
    }

    static SqlText of(String text, Object... values) {
        return new SqlText(text, List.of(values));
    }

    static SqlText joined(String separator, Collection<SqlText> parts) {
        List<Object> values = new ArrayList<>();
        parts.forEach(part -> values.addAll(part.values()));
        return new SqlText(
                String.join(separator, parts.stream().map(SqlText::text).toList()), values);
    }

    SqlText then(SqlText next) {
        return joined("", List.of(this, next));
    }

    SqlText then(String next) {
        return then(of(next));
    }

    SqlText within(String before, String after) {
        return new SqlText(before + text + after, values);
    }
}
