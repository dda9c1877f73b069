/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.feature.PurchaseFeature;
import org.segcast.predictive.rule.RuleBook;
import org.segcast.predictive.rule.RuleSegment;

/** Who came into a rule segment and who left it at an evaluation, and why: the rule was changed, the contact's own data, or nothing but the day. */
final class RuleChanges {

    private static final String KIND = RuleMemberships.KIND;
    private static final String BEFORE = """
            CREATE OR REPLACE TEMP TABLE rule_before AS
            WITH taken_back AS (
              SELECT contact_id, from_segment || to_segment AS segment, arg_min(from_segment, as_of) <> '' AS member
              FROM predictive.membership_history WHERE kind = 'rule' AND as_of >= DATE '%s' GROUP BY ALL)
            SELECT contact_id, segment FROM predictive.membership m WHERE kind = 'rule' AND NOT EXISTS
              (SELECT 1 FROM taken_back t WHERE t.contact_id = m.contact_id AND t.segment = m.segment)
            UNION ALL SELECT contact_id, segment FROM taken_back WHERE member""";
    private static final String RECORD = """
            INSERT INTO rule_change
            SELECT coalesce(s.contact_id, b.contact_id), coalesce(b.segment, ''), coalesce(s.segment, ''),
              coalesce(h.cause, CASE WHEN list_contains(string_split(?, ','), coalesce(s.segment, b.segment)) THEN 'RULE'
                WHEN o.fingerprint = n.fingerprint THEN 'TIME' ELSE 'DATA' END)
            FROM rule_before b FULL JOIN rule_now s ON s.contact_id = b.contact_id AND s.segment = b.segment
            LEFT JOIN predictive.rule_seen o ON o.contact_id = coalesce(s.contact_id, b.contact_id)
            LEFT JOIN rule_seen_now n ON n.contact_id = coalesce(s.contact_id, b.contact_id)
            LEFT JOIN predictive.membership_history h ON h.kind = 'rule' AND h.as_of = ?
              AND h.contact_id = coalesce(s.contact_id, b.contact_id)
              AND h.from_segment = coalesce(b.segment, '') AND h.to_segment = coalesce(s.segment, '')
            WHERE b.segment IS NULL OR s.segment IS NULL""";

    private final RuleBook book;

    RuleChanges(RuleBook book) {
        this.book = book;
    }

    RuleRefresh record(Connection connection, FeatureSchema schema, LocalDate asOf) throws SQLException {
        forgetOthers(connection);
        evaluate(connection, schema, asOf);
        look(connection, schema, asOf);
        Warehouse.execute(connection, BEFORE.formatted(asOf));
        Warehouse.execute(
                connection,
                "CREATE OR REPLACE TEMP TABLE rule_change (contact_id VARCHAR, from_segment VARCHAR, to_segment VARCHAR, cause VARCHAR)");
        Warehouse.update(connection, RECORD, String.join(",", newVersions(connection)), asOf);
        keep(connection, asOf);
        return Warehouse.list(
                        connection,
                        row -> new RuleRefresh(row.getLong(1), row.getLong(2)),
                        "SELECT count(*) FILTER (from_segment = ''), count(*) FILTER (to_segment = '') FROM rule_change")
                .get(0);
    }

    private void forgetOthers(Connection connection) throws SQLException {
        String keys = "(SELECT unnest(string_split(?, ',')))";
        String known = String.join(",", keys());
        Warehouse.update(
                connection,
                "DELETE FROM predictive.membership WHERE kind = '" + KIND + "' AND segment NOT IN " + keys,
                known);
        Warehouse.update(
                connection,
                "DELETE FROM predictive.membership_history WHERE kind = '" + KIND
                        + "' AND from_segment || to_segment NOT IN " + keys,
                known);
        Warehouse.update(connection, "DELETE FROM predictive.rule_version WHERE segment NOT IN " + keys, known);
    }

    private void evaluate(Connection connection, FeatureSchema schema, LocalDate asOf) throws SQLException {
        Warehouse.execute(connection, "CREATE OR REPLACE TEMP TABLE rule_now (contact_id VARCHAR, segment VARCHAR)");
        if (book.segments().isEmpty()) {
            return;
        }
        RuleQuery query = new RuleQuery(schema, asOf, book, List.of());
        List<String> fitting = new ArrayList<>();
        query.columns().forEach((key, column) -> fitting.add("CASE WHEN " + column + " THEN '" + key + "' END"));
        SqlText sql = query.select(
                "contact_id, unnest(list_filter([" + String.join(", ", fitting) + "], lambda k: k IS NOT NULL))", "");
        Warehouse.update(
                connection, "INSERT INTO rule_now " + sql.text(), sql.values().toArray());
    }

    /** What is known of everybody, but for what changes with the day alone. */
    private static void look(Connection connection, FeatureSchema schema, LocalDate asOf) throws SQLException {
        Warehouse.execute(
                connection,
                "CREATE OR REPLACE TEMP TABLE rule_seen_now AS SELECT contact_id, hash("
                        + String.join(", ", lasting(schema, asOf)) + ") AS fingerprint FROM predictive.feature");
    }

    private static List<String> lasting(FeatureSchema schema, LocalDate asOf) {
        List<String> columns = new ArrayList<>();
        columns.add(number(schema, PurchaseFeature.ORDER_COUNT.key()));
        columns.add(number(schema, PurchaseFeature.TOTAL_SPENT.key()));
        columns.add(asOf.toEpochDay() + " - " + number(schema, PurchaseFeature.DAYS_SINCE_LAST_ORDER.key()));
        for (Feature feature : schema.features()) {
            if (feature.type() == FeatureType.NOMINAL) {
                columns.add("s" + schema.nominalIndex(feature.name()));
            } else if (feature.isNote() || feature.isAttribute() && feature.canBeLearnt()) {
                columns.add(number(schema, feature.name()));
            }
        }
        return columns;
    }

    private static String number(FeatureSchema schema, String name) {
        return "n" + schema.numericIndex(name);
    }

    private void keep(Connection connection, LocalDate asOf) throws SQLException {
        Warehouse.update(
                connection, "DELETE FROM predictive.membership_history WHERE kind = ? AND as_of >= ?", KIND, asOf);
        Warehouse.update(
                connection,
                "INSERT INTO predictive.membership_history SELECT ?, contact_id, ?, from_segment, to_segment, cause FROM rule_change"
                        + " ORDER BY contact_id, from_segment, to_segment",
                KIND,
                asOf);
        Warehouse.update(
                connection,
                "DELETE FROM predictive.membership m WHERE kind = ? AND NOT EXISTS (SELECT 1 FROM rule_now s"
                        + " WHERE s.contact_id = m.contact_id AND s.segment = m.segment)",
                KIND);
        Warehouse.update(
                connection,
                "INSERT INTO predictive.membership SELECT ?, contact_id, segment, ? FROM rule_now s WHERE NOT EXISTS"
                        + " (SELECT 1 FROM predictive.membership m WHERE m.kind = ? AND m.contact_id = s.contact_id AND m.segment = s.segment)"
                        + " ORDER BY contact_id, segment",
                KIND,
                asOf,
                KIND);
        Warehouse.execute(connection, "DELETE FROM predictive.rule_seen");
        Warehouse.execute(connection, "INSERT INTO predictive.rule_seen SELECT * FROM rule_seen_now");
        Warehouse.execute(connection, "DELETE FROM predictive.rule_version");
        for (Map.Entry<String, String> version : versions().entrySet()) {
            Warehouse.update(
                    connection,
                    "INSERT INTO predictive.rule_version VALUES (?, ?)",
                    version.getKey(),
                    version.getValue());
        }
    }

    private List<String> keys() {
        return book.segments().stream().map(RuleSegment::key).toList();
    }

    /** Keys of the segments whose rule is not the one of the last evaluation. */
    private List<String> newVersions(Connection connection) throws SQLException {
        Map<String, String> before = new HashMap<>();
        Warehouse.list(
                        connection,
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        "SELECT segment, version FROM predictive.rule_version")
                .forEach(entry -> before.put(entry.getKey(), entry.getValue()));
        return versions().entrySet().stream()
                .filter(version -> !version.getValue().equals(before.get(version.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A rule's version is that of its text and of the rules that it refers to. */
    private Map<String, String> versions() {
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
