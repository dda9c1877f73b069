/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segcast.predictive.cluster.ClusterModel;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.predictive.rule.MemberCondition;
import org.segcast.predictive.rule.PurchaseCondition;
import org.segcast.predictive.rule.PurchaseMeasure;
import org.segcast.predictive.rule.PurchaseTotal;
import org.segcast.predictive.rule.RuleBook;
import org.segcast.predictive.rule.RuleSegment;
import org.segcast.predictive.rule.SegmentRule;

/**
 * One statement that tells, for every profiled contact, which rules hold: the matrix, the totals that the rules ask for in one grouped pass over the purchases, and one
 * column of truth values per rule, each level of references on top of the one before.
 */
final class RuleQuery {

    private final RuleReach reach;
    private final FeatureSchema schema;
    private final LocalDate asOf;
    private final List<PurchaseTotal> totals;
    private final List<SqlText> steps = new ArrayList<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final boolean ranked;
    private final boolean placed;
    private String last = "known";

    /**
     * Over everybody.
     *
     * @param book what the rules may refer to
     * @param more rules that are no segments yet; they follow the book's
     */
    RuleQuery(FeatureSchema schema, LocalDate asOf, RuleBook book, List<SegmentRule> more) {
        this(RuleReach.EVERYBODY, schema, asOf, book, more);
    }

    RuleQuery(RuleReach reach, FeatureSchema schema, LocalDate asOf, RuleBook book, List<SegmentRule> more) {
        this.reach = reach;
        this.schema = schema;
        this.asOf = asOf;
        this.totals = totals(book, more);
        this.ranked = !more.isEmpty() || asksFor(book, more, false);
        this.placed = asksFor(book, more, true);
        addTotals();
        addKnown();
        addSegments(book);
        addMore(more);
    }

    /** Whether rules ask for segments of other kinds, which somebody may enter or leave through what others do. */
    static boolean dependsOnOthers(RuleBook book) {
        return asksFor(book, List.of(), false) || asksFor(book, List.of(), true);
    }

    /** Column of truth values of each of the book's segments. */
    Map<String, String> columns() {
        return Map.copyOf(columns);
    }

    /** Column of truth values of the rule at this place among those that are no segments. */
    static String more(int place) {
        return "more" + place;
    }

    static String total(int place) {
        return "total" + place;
    }

    /** The whole statement, ending in this choice from all contacts. Columns: those of the matrix, {@code rfm} where somebody asks for it, totals and truth values. */
    SqlText select(String select, String rest) {
        return SqlText.joined(", ", steps).within("WITH ", " SELECT " + select + " FROM " + last + " " + rest);
    }

    private static List<PurchaseTotal> totals(RuleBook book, List<SegmentRule> more) {
        return conditions(book, more)
                .filter(PurchaseCondition.class::isInstance)
                .map(condition -> ((PurchaseCondition) condition).total())
                .distinct()
                .toList();
    }

    /** Whether a rule asks for a segment of another kind than rules: for one that everybody was put in the closest of, or for one by RFM. */
    private static boolean asksFor(RuleBook book, List<SegmentRule> more, boolean places) {
        Set<String> own = book.segments().stream().map(RuleSegment::key).collect(Collectors.toSet());
        return conditions(book, more)
                .filter(MemberCondition.class::isInstance)
                .map(condition -> ((MemberCondition) condition).segment())
                .anyMatch(key -> RuleSql.isPlace(key) == places && !own.contains(key));
    }

    private static Stream<SegmentRule> conditions(RuleBook book, List<SegmentRule> more) {
        return Stream.concat(book.segments().stream().map(RuleSegment::rule), more.stream())
                .flatMap(SegmentRule::conditions);
    }

    private void addTotals() {
        addTotals("bought", "purchase", false);
        addTotals("bought_lines", "purchase_line", true);
    }

    private void addTotals(String name, String table, boolean ofLines) {
        List<SqlText> sums = new ArrayList<>();
        for (int i = 0; i < totals.size(); i++) {
            if (totals.get(i).ofLines() == ofLines) {
                sums.add(sum(totals.get(i)).then(" AS " + total(i)));
            }
        }
        if (!sums.isEmpty()) {
            steps.add(SqlText.joined(", ", sums)
                    .within(
                            name + " AS (SELECT contact_id, ",
                            " FROM " + reach.table(table) + " WHERE day <= " + date(asOf) + since(ofLines)
                                    + " GROUP BY contact_id)"));
        }
    }

    /** Purchases before the longest window are not read, unless a total is of all. */
    private String since(boolean ofLines) {
        IntSummaryStatistics windows = totals.stream()
                .filter(total -> total.ofLines() == ofLines)
                .mapToInt(PurchaseTotal::lastDays)
                .summaryStatistics();
        return windows.getMin() == PurchaseTotal.EVER ? "" : " AND day > " + date(asOf.minusDays(windows.getMax()));
    }

    private SqlText sum(PurchaseTotal total) {
        List<SqlText> filters = new ArrayList<>();
        filters.add(SqlText.of(total.measure() == PurchaseMeasure.ORDERS ? "NOT refund" : "true"));
        if (total.lastDays() != PurchaseTotal.EVER) {
            filters.add(SqlText.of("day > " + date(asOf.minusDays(total.lastDays()))));
        }
        if (!total.product().isEmpty()) {
            filters.add(SqlText.of("lower(product) = lower(?)", total.product()));
        }
        if (!total.category().isEmpty()) {
            filters.add(SqlText.of("lower(category) = lower(?)", total.category()));
        }
        return SqlText.joined(" AND ", filters).within("CAST(" + aggregate(total) + " FILTER (", ") AS DOUBLE)");
    }

    private static String aggregate(PurchaseTotal total) {
        return switch (total.measure()) {
            case ORDERS -> total.ofLines() ? "count(DISTINCT order_id)" : "count(*)";
            case SPENT -> "sum(amount)";
            case UNITS -> "sum(quantity)";
        };
    }

    private void addKnown() {
        StringBuilder known = new StringBuilder("known AS (SELECT f.*");
        known.append(ranked ? ", r.segment AS rfm" : "").append(placed ? ", p.segment AS place" : "");
        for (int i = 0; i < totals.size(); i++) {
            known.append(", coalesce(").append(total(i)).append(", 0) AS ").append(total(i));
        }
        known.append(" FROM ").append(reach.table("feature")).append(" f");
        known.append(ranked ? memberships("r", RfmSegmentation.KIND) : "");
        known.append(placed ? memberships("p", ClusterModel.KIND) : "");
        if (totals.stream().anyMatch(total -> !total.ofLines())) {
            known.append(" LEFT JOIN bought b ON b.contact_id = f.contact_id");
        }
        if (totals.stream().anyMatch(PurchaseTotal::ofLines)) {
            known.append(" LEFT JOIN bought_lines l ON l.contact_id = f.contact_id");
        }
        steps.add(SqlText.of(known.append(')').toString()));
    }

    private static String memberships(String alias, String kind) {
        return " LEFT JOIN predictive.membership " + alias + " ON " + alias + ".contact_id = f.contact_id AND " + alias
                + ".kind = '" + kind + "'";
    }

    /** A new step wherever a segment refers to one of the step that is being made: so a reference costs a column, however often it is made. */
    private void addSegments(RuleBook book) {
        Map<String, SqlText> step = new LinkedHashMap<>();
        for (RuleSegment segment : book.segments()) {
            if (!Collections.disjoint(RuleBook.references(segment), step.keySet())) {
                addStep(step.values());
                step.clear();
            }
            String column = "rule" + columns.size();
            step.put(segment.key(), segment.rule().accept(sql()).then(" AS " + column));
            columns.put(segment.key(), column);
        }
        addStep(step.values());
    }

    private void addMore(List<SegmentRule> more) {
        List<SqlText> truths = new ArrayList<>();
        for (int i = 0; i < more.size(); i++) {
            truths.add(more.get(i).accept(sql()).then(" AS " + more(i)));
        }
        addStep(truths);
    }

    private void addStep(Collection<SqlText> truths) {
        if (truths.isEmpty()) {
            return;
        }
        String name = "step" + steps.size();
        steps.add(SqlText.joined(", ", truths).within(name + " AS (SELECT *, ", " FROM " + last + ")"));
        last = name;
    }

    private RuleSql sql() {
        return new RuleSql(schema, totals, columns);
    }

    private static String date(LocalDate day) {
        return "DATE '" + day + "'";
    }
}
