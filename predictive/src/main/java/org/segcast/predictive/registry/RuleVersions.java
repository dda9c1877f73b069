/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.segcast.predictive.rule.RuleBook;
import org.segcast.predictive.rule.RuleSegment;

/** Which rules were evaluated last, against those of a book. A rule's version is that of its text and of the rules that it refers to. */
final class RuleVersions {

    private final Map<String, String> before;
    private final Map<String, String> now;

    private RuleVersions(Map<String, String> before, Map<String, String> now) {
        this.before = before;
        this.now = now;
    }

    static RuleVersions of(Connection connection, RuleBook book) throws SQLException {
        Map<String, String> before = new HashMap<>();
        Warehouse.list(
                        connection,
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        "SELECT segment, version FROM predictive.rule_version")
                .forEach(entry -> before.put(entry.getKey(), entry.getValue()));
        return new RuleVersions(before, versions(book));
    }

    /** Keys of the segments whose rule is not the one of the last evaluation. */
    List<String> changed() {
        return now.entrySet().stream()
                .filter(version -> !version.getValue().equals(before.get(version.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Keys of the segments that were evaluated last and are no more. */
    List<String> gone() {
        return before.keySet().stream().filter(key -> !now.containsKey(key)).toList();
    }

    boolean areTheSame() {
        return now.equals(before);
    }

    void keep(Connection connection) throws SQLException {
        if (areTheSame()) {
            return;
        }
        Warehouse.execute(connection, "DELETE FROM predictive.rule_version");
        for (Map.Entry<String, String> version : now.entrySet()) {
            Warehouse.update(
                    connection,
                    "INSERT INTO predictive.rule_version VALUES (?, ?)",
                    version.getKey(),
                    version.getValue());
        }
    }

    private static Map<String, String> versions(RuleBook book) {
        Map<String, String> versions = new LinkedHashMap<>();
        for (RuleSegment segment : book.segments()) {
            StringBuilder text = new StringBuilder(segment.rule().toString());
            RuleBook.references(segment).forEach(key -> text.append('\n').append(versions.getOrDefault(key, key)));
            versions.put(
                    segment.key(),
                    UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8))
                            .toString());
        }
        return versions;
    }
}
