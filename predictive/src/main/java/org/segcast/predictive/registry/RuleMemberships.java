/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.PurchaseFeature;
import org.segcast.predictive.rule.RuleBook;
import org.segcast.predictive.rule.SegmentRule;

/**
 * Finds who fits a rule, and keeps the members of rule segments with the day and the cause of every coming and going. All of it happens in the warehouse: one statement
 * for all rules, however many people there are. Only the stored matrix's contacts are looked at, so nobody without consent to profiling is in any answer.
 *
 * <p>Rules must have passed {@link org.segcast.predictive.rule.RuleCheck} against the stored schema.
 */
public final class RuleMemberships {

    /** The kind that these memberships are kept as; a contact may be in many segments of it. */
    public static final String KIND = "rule";

    private final Warehouse warehouse;

    public RuleMemberships(WarehouseConnections connections) {
        this.warehouse = new Warehouse(connections);
    }

    /** What can be done once there is a matrix. */
    private interface Question<T> {
        T ask(Connection connection, FeatureSchema schema, LocalDate asOf) throws SQLException;
    }

    /** Empty before the first matrix. */
    public Optional<RuleMatch> match(RuleBook book, SegmentRule rule) {
        return ask("counting who fits a rule", (connection, schema, asOf) -> {
            SqlText sql = new RuleQuery(schema, asOf, book, List.of(rule))
                    .select(
                            "coalesce(rfm, ''), count(*), count(*) FILTER (" + RuleQuery.more(0) + "), coalesce(sum(n"
                                    + schema.numericIndex(PurchaseFeature.SPENT_365D.key()) + ") FILTER ("
                                    + RuleQuery.more(0) + "), 0)",
                            "GROUP BY ALL ORDER BY ALL");
            return match(list(connection, MatchRow::of, sql));
        });
    }

    /** How many fit each of these rules, in their order; empty before the first matrix. */
    public Optional<List<Long>> counts(RuleBook book, List<SegmentRule> rules) {
        return ask("counting who fits rules", (connection, schema, asOf) -> {
            StringBuilder columns = new StringBuilder("count(*)");
            for (int i = 0; i < rules.size(); i++) {
                columns.append(", count(*) FILTER (").append(RuleQuery.more(i)).append(')');
            }
            SqlText sql = new RuleQuery(schema, asOf, book, rules).select(columns.toString(), "");
            return list(connection, row -> numbers(row, rules.size()), sql).get(0);
        });
    }

    /** Ids of some who fit, in an order that says nothing of them and stays the same. */
    public List<String> examples(RuleBook book, SegmentRule rule, int skipped, int most) {
        return ask("looking for examples", (connection, schema, asOf) -> {
                    SqlText sql = new RuleQuery(schema, asOf, book, List.of(rule))
                            .select(
                                    "contact_id",
                                    "WHERE " + RuleQuery.more(0) + " ORDER BY hash(contact_id), contact_id LIMIT "
                                            + most + " OFFSET " + skipped);
                    return list(connection, row -> row.getString(1), sql);
                })
                .orElse(List.of());
    }

    /** The most frequent words of a nominal feature, most frequent first; none before the first matrix. */
    public List<String> commonWords(String feature, int most) {
        return ask("looking for words", (connection, schema, asOf) -> {
                    String column = "s" + schema.nominalIndex(feature);
                    return Warehouse.list(
                            connection,
                            row -> row.getString(1),
                            "SELECT " + column + " FROM predictive.feature WHERE " + column + " <> '' GROUP BY ALL"
                                    + " ORDER BY count(*) DESC, 1 LIMIT " + most);
                })
                .orElse(List.of());
    }

    /** The categories with the most order lines, most frequent first. */
    public List<String> commonCategories(int most) {
        return warehouse.list(
                "looking for categories",
                row -> row.getString(1),
                "SELECT category FROM predictive.purchase_line WHERE category <> '' GROUP BY ALL"
                        + " ORDER BY count(*) DESC, 1 LIMIT " + most);
    }

    /**
     * Evaluates all rules as of the stored matrix and keeps who is in which segment. Segments that are not in the book are forgotten. The same date may be evaluated again:
     * it is recorded anew against the state before it.
     */
    public RuleRefresh refresh(RuleBook book) {
        RuleChanges changes = new RuleChanges(book);
        List<RuleRefresh> told = new ArrayList<>();
        warehouse.transaction("evaluating the rules", connection -> {
            FeatureSchema schema = FeatureTable.storedSchema(connection)
                    .orElseThrow(() -> SegcastException.brokenContract("rules need a stored matrix, found none"));
            told.add(changes.record(connection, schema, asOf(connection)));
        });
        return told.get(0);
    }

    private <T> Optional<T> ask(String tried, Question<T> question) {
        return warehouse.run(tried, connection -> {
            Optional<FeatureSchema> schema = FeatureTable.storedSchema(connection);
            return schema.isEmpty()
                    ? Optional.empty()
                    : Optional.of(question.ask(connection, schema.get(), asOf(connection)));
        });
    }

    private static LocalDate asOf(Connection connection) throws SQLException {
        return Warehouse.list(
                        connection, row -> Warehouse.date(row, "as_of"), "SELECT as_of FROM predictive.feature_matrix")
                .get(0);
    }

    private static <T> List<T> list(Connection connection, Warehouse.Row<T> mapping, SqlText sql) throws SQLException {
        return Warehouse.list(connection, mapping, sql.text(), sql.values().toArray());
    }

    private static List<Long> numbers(ResultSet row, int count) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(row.getLong(2 + i));
        }
        return numbers;
    }

    private static RuleMatch match(List<MatchRow> rows) {
        Map<String, Long> rfm = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.matching() > 0 && !row.rfm().isEmpty())
                .forEach(row -> rfm.put(row.rfm(), row.matching()));
        return new RuleMatch(
                rows.stream().mapToLong(MatchRow::matching).sum(),
                rows.stream().mapToLong(MatchRow::all).sum(),
                rows.stream().mapToDouble(MatchRow::revenue).sum(),
                rfm);
    }

    private record MatchRow(String rfm, long all, long matching, double revenue) {
        static MatchRow of(ResultSet row) throws SQLException {
            return new MatchRow(row.getString(1), row.getLong(2), row.getLong(3), row.getDouble(4));
        }
    }
}
