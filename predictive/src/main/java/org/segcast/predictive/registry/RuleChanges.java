/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.rule.RuleBook;

/**
 * Who came into a rule segment and who left it at an evaluation, and why: the rule was changed, the contact's own data, or nothing but the day. Only those are compared whom
 * {@link RuleLook} found changed, and those of whom the same date or a later one had been recorded already.
 *
 * <p>Where {@link RuleBasis} tells who alone can have changed, the rules are the same and none asks for a segment of another kind, only these are looked at. What had been recorded
 * of the others for the same date stands.
 */
final class RuleChanges {

    private static final String KIND = RuleMemberships.KIND;
    private static final String TAKEN_BACK = """
            CREATE OR REPLACE TEMP TABLE rule_taken_back AS
            SELECT contact_id, from_segment || to_segment AS segment, arg_min(from_segment, as_of) <> '' AS member
            FROM predictive.membership_history WHERE kind = 'rule' AND as_of >= DATE '%s'%s GROUP BY ALL""";
    private static final String REFITTED = " AND contact_id IN (SELECT contact_id FROM rule_look WHERE NOT same_fit)";
    private static final String HELD = """
            CREATE OR REPLACE TEMP TABLE rule_held AS
            SELECT rowid AS place, contact_id, segment FROM predictive.membership WHERE kind = 'rule' AND contact_id IN
              (SELECT contact_id FROM rule_look WHERE NOT same_fit UNION SELECT contact_id FROM rule_taken_back)""";
    private static final String NOW = """
            CREATE OR REPLACE TEMP TABLE rule_now AS
            SELECT contact_id, unnest(segments) AS segment FROM rule_look WHERE NOT same_fit
            UNION ALL SELECT contact_id, segment FROM rule_held h
            WHERE NOT EXISTS (SELECT 1 FROM rule_look l WHERE l.contact_id = h.contact_id AND NOT l.same_fit)""";
    private static final String RECORD = """
            INSERT INTO rule_change
            WITH before AS (
              SELECT contact_id, segment FROM rule_held h WHERE NOT EXISTS
                (SELECT 1 FROM rule_taken_back t WHERE t.contact_id = h.contact_id AND t.segment = h.segment)
              UNION ALL SELECT contact_id, segment FROM rule_taken_back WHERE member),
            changed AS (
              SELECT coalesce(n.contact_id, b.contact_id) AS contact_id, coalesce(b.segment, '') AS from_segment,
                coalesce(n.segment, '') AS to_segment
              FROM before b FULL JOIN rule_now n ON n.contact_id = b.contact_id AND n.segment = b.segment
              WHERE b.segment IS NULL OR n.segment IS NULL)
            SELECT c.contact_id, c.from_segment, c.to_segment,
              coalesce(h.cause, CASE WHEN list_contains(string_split(?, ','), c.from_segment || c.to_segment) THEN 'RULE'
                WHEN l.same_own IS NOT DISTINCT FROM false THEN 'DATA' ELSE 'TIME' END)
            FROM changed c LEFT JOIN rule_look l ON l.contact_id = c.contact_id
            LEFT JOIN (SELECT * FROM predictive.membership_history WHERE kind = 'rule' AND as_of = ?) h
              ON h.contact_id = c.contact_id AND h.from_segment = c.from_segment AND h.to_segment = c.to_segment""";

    private final RuleBook book;

    RuleChanges(RuleBook book) {
        this.book = book;
    }

    RuleRefresh record(Connection connection, FeatureSchema schema, LocalDate asOf) throws SQLException {
        RuleVersions versions = RuleVersions.of(connection, book);
        forget(connection, versions.gone());
        boolean onlyChanged = RuleBasis.isAllButChanged(connection, asOf)
                && versions.areTheSame()
                && !RuleQuery.dependsOnOthers(book);
        RuleReach reach = onlyChanged ? RuleReach.CHANGED : RuleReach.EVERYBODY;
        new RuleLook(schema, asOf).look(connection, reach, book);
        String whose = onlyChanged ? REFITTED : "";
        Warehouse.execute(connection, TAKEN_BACK.formatted(asOf, whose));
        Warehouse.execute(connection, HELD);
        Warehouse.execute(connection, NOW);
        Warehouse.execute(
                connection,
                "CREATE OR REPLACE TEMP TABLE rule_change (contact_id VARCHAR, from_segment VARCHAR, to_segment VARCHAR, cause VARCHAR)");
        Warehouse.update(connection, RECORD, String.join(",", versions.changed()), asOf);
        keep(connection, asOf, whose);
        versions.keep(connection);
        RuleRefresh told = told(connection, asOf, reach);
        RuleBasis.evaluated(connection, asOf);
        return told;
    }

    private static RuleRefresh told(Connection connection, LocalDate asOf, RuleReach reach) throws SQLException {
        return Warehouse.list(
                        connection,
                        row -> new RuleRefresh(row.getLong(1), row.getLong(2), row.getLong(3)),
                        "SELECT count(*) FILTER (from_segment = ''), count(*) FILTER (to_segment = ''), (SELECT count(*) FROM "
                                + reach.table("feature")
                                + ") FROM predictive.membership_history WHERE kind = ? AND as_of = ?",
                        KIND,
                        asOf)
                .get(0);
    }

    private static void forget(Connection connection, List<String> gone) throws SQLException {
        if (gone.isEmpty()) {
            return;
        }
        String keys = "(SELECT unnest(string_split(?, ',')))";
        String known = String.join(",", gone);
        Warehouse.update(
                connection,
                "DELETE FROM predictive.membership WHERE kind = '" + KIND + "' AND segment IN " + keys,
                known);
        Warehouse.update(
                connection,
                "DELETE FROM predictive.membership_history WHERE kind = '" + KIND
                        + "' AND from_segment || to_segment IN " + keys,
                known);
    }

    private static void keep(Connection connection, LocalDate asOf, String whose) throws SQLException {
        Warehouse.update(
                connection,
                "DELETE FROM predictive.membership_history WHERE kind = ? AND as_of >= ?" + whose,
                KIND,
                asOf);
        Warehouse.update(
                connection,
                "INSERT INTO predictive.membership_history SELECT ?, contact_id, ?, from_segment, to_segment, cause FROM rule_change"
                        + " ORDER BY contact_id, from_segment, to_segment",
                KIND,
                asOf);
        Warehouse.execute(
                connection,
                "DELETE FROM predictive.membership WHERE rowid IN (SELECT place FROM rule_held h WHERE NOT EXISTS"
                        + " (SELECT 1 FROM rule_now n WHERE n.contact_id = h.contact_id AND n.segment = h.segment))");
        Warehouse.update(
                connection,
                "INSERT INTO predictive.membership SELECT ?, contact_id, segment, ? FROM rule_now n WHERE NOT EXISTS"
                        + " (SELECT 1 FROM rule_held h WHERE h.contact_id = n.contact_id AND h.segment = n.segment)"
                        + " ORDER BY contact_id, segment",
                KIND,
                asOf);
        Warehouse.execute(
                connection,
                "DELETE FROM predictive.rule_seen WHERE rowid IN (SELECT seen FROM rule_look WHERE seen IS NOT NULL)");
        Warehouse.execute(
                connection, "INSERT INTO predictive.rule_seen SELECT contact_id, fingerprint, held FROM rule_look");
    }
}
