/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rule.AllOf;
import org.segcast.predictive.rule.AnyOf;
import org.segcast.predictive.rule.Comparison;
import org.segcast.predictive.rule.FilledCondition;
import org.segcast.predictive.rule.MemberCondition;
import org.segcast.predictive.rule.Not;
import org.segcast.predictive.rule.NumberCondition;
import org.segcast.predictive.rule.PurchaseCondition;
import org.segcast.predictive.rule.PurchaseTotal;
import org.segcast.predictive.rule.RuleVisitor;
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.predictive.rule.WordCondition;

/** A rule as a truth value over the columns of {@link RuleQuery}; never null, so that negation is plain. */
final class RuleSql implements RuleVisitor<SqlText> {

    private final FeatureSchema schema;
    private final List<PurchaseTotal> totals;
    private final Map<String, String> columns;

    /** @param columns where members of a rule segment are told, by its key; any other key is an RFM segment's */
    RuleSql(FeatureSchema schema, List<PurchaseTotal> totals, Map<String, String> columns) {
        this.schema = schema;
        this.totals = totals;
        this.columns = columns;
    }

    @Override
    public SqlText allOf(AllOf rule) {
        return together(" AND ", rule.rules(), "true");
    }

    @Override
    public SqlText anyOf(AnyOf rule) {
        return together(" OR ", rule.rules(), "false");
    }

    @Override
    public SqlText not(Not rule) {
        return rule.rule().accept(this).within("(NOT ", ")");
    }

    @Override
    public SqlText number(NumberCondition condition) {
        return SqlText.of(
                "(coalesce(" + column(condition.feature()) + "," + unfit(condition.comparison()) + ")"
                        + condition.comparison().sign() + "?)",
                condition.value());
    }

    /** What no finite number compares with so: stands for a missing value, once per column and not once per condition. */
    private static String unfit(Comparison comparison) {
        boolean below = comparison == Comparison.BELOW || comparison == Comparison.AT_MOST;
        return below ? "CAST('Infinity' AS DOUBLE)" : "CAST('-Infinity' AS DOUBLE)";
    }

    @Override
    public SqlText word(WordCondition condition) {
        List<SqlText> words = new ArrayList<>();
        condition.words().forEach(word -> words.add(SqlText.of("?", word.toLowerCase(Locale.ROOT))));
        return SqlText.joined(",", words).within("(lower(" + column(condition.feature()) + ") IN (", "))");
    }

    @Override
    public SqlText filled(FilledCondition condition) {
        String column = column(condition.feature());
        return SqlText.of(isWord(condition.feature()) ? "(" + column + "<>'')" : "(" + column + " IS NOT NULL)");
    }

    @Override
    public SqlText purchase(PurchaseCondition condition) {
        return SqlText.of(
                "(" + RuleQuery.total(totals.indexOf(condition.total()))
                        + condition.comparison().sign() + "?)",
                condition.value());
    }

    @Override
    public SqlText member(MemberCondition condition) {
        String column = columns.get(condition.segment());
        if (column != null) {
            return SqlText.of(column);
        }
        String kind = isPlace(condition.segment()) ? "place" : "rfm";
        return SqlText.of("coalesce(" + kind + "=?, false)", condition.segment());
    }

    /** Of a segment that is not by rule: whether it is a cluster, not an RFM segment. */
    static boolean isPlace(String segment) {
        return RfmSegment.ofKey(segment).isEmpty();
    }

    private SqlText together(String sign, List<SegmentRule> rules, String none) {
        if (rules.isEmpty()) {
            return SqlText.of(none);
        }
        return SqlText.joined(
                        sign, rules.stream().map(rule -> rule.accept(this)).toList())
                .within("(", ")");
    }

    private String column(String feature) {
        return isWord(feature) ? "s" + schema.nominalIndex(feature) : "n" + schema.numericIndex(feature);
    }

    private boolean isWord(String feature) {
        return schema.ofType(FeatureType.NOMINAL).stream().map(Feature::name).anyMatch(feature::equals);
    }
}
