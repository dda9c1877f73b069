/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.feature.PurchaseFeature;
import org.segcast.predictive.rule.RuleBook;
import org.segcast.predictive.rule.RuleSegment;

/**
 * Looks at everybody, or at those whose data changed, and keeps, in {@code rule_look}, only those of whom something is not as it was at the last evaluation: the segments that fit, which are compared as one
 * number, or the contact's own data. So what is written follows how much changed, not how many people there are.
 */
final class RuleLook {

    private static final String TABLE =
            "CREATE OR REPLACE TEMP TABLE rule_look (contact_id VARCHAR, fingerprint UBIGINT, held UBIGINT,"
                    + " seen BIGINT, same_fit BOOLEAN, same_own BOOLEAN, segments VARCHAR[])";

    private final FeatureSchema schema;
    private final LocalDate asOf;

    RuleLook(FeatureSchema schema, LocalDate asOf) {
        this.schema = schema;
        this.asOf = asOf;
    }

    void look(Connection connection, RuleReach reach, RuleBook book) throws SQLException {
        Warehouse.execute(connection, TABLE);
        RuleQuery query = new RuleQuery(reach, schema, asOf, book, List.of());
        List<String> truths = new ArrayList<>();
        List<String> fitting = new ArrayList<>();
        for (RuleSegment segment : book.segments()) {
            String column = query.columns().get(segment.key());
            truths.add(column);
            fitting.add("CASE WHEN " + column + " THEN '" + segment.key() + "' END");
        }
        SqlText sql = query.select(
                        "*, hash(" + String.join(", ", lasting()) + ") AS fingerprint, hash(" + keys(book)
                                + (truths.isEmpty() ? "" : ", " + String.join(", ", truths)) + ") AS held",
                        "")
                .within(
                        "INSERT INTO rule_look SELECT n.contact_id, n.fingerprint, n.held, o.rowid,"
                                + " o.held IS NOT DISTINCT FROM n.held, o.fingerprint IS NOT DISTINCT FROM n.fingerprint,"
                                + " list_filter(CAST([" + String.join(", ", fitting)
                                + "] AS VARCHAR[]), lambda k: k IS NOT NULL) FROM (",
                        ") n LEFT JOIN predictive.rule_seen o ON o.contact_id = n.contact_id"
                                + " WHERE o.held IS DISTINCT FROM n.held OR o.fingerprint IS DISTINCT FROM n.fingerprint");
        Warehouse.update(connection, sql.text(), sql.values().toArray());
    }

    /** The numbers of two evaluations are alike only where the same segments in the same order were asked for. */
    private static String keys(RuleBook book) {
        return "'"
                + String.join(
                        ",", book.segments().stream().map(RuleSegment::key).toList()) + "'";
    }

    /** What is known of somebody, but for what changes with the day alone. */
    private List<String> lasting() {
        List<String> columns = new ArrayList<>();
        columns.add(number(PurchaseFeature.ORDER_COUNT.key()));
        columns.add(number(PurchaseFeature.TOTAL_SPENT.key()));
        columns.add(asOf.toEpochDay() + " - " + number(PurchaseFeature.DAYS_SINCE_LAST_ORDER.key()));
        for (Feature feature : schema.features()) {
            if (feature.type() == FeatureType.NOMINAL) {
                columns.add("s" + schema.nominalIndex(feature.name()));
            } else if (feature.isNote() || feature.isAttribute() && feature.canBeLearnt()) {
                columns.add(number(feature.name()));
            }
        }
        return columns;
    }

    private String number(String name) {
        return "n" + schema.numericIndex(name);
    }
}
