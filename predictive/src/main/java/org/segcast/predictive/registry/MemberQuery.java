/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.SQLException;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureSchema;

/** The statement behind a page of members. Parameters: the objective for a score, then kind, segment, limit, offset. */
final class MemberQuery {

    private final Connection connection;

    MemberQuery(Connection connection) {
        this.connection = connection;
    }

    String sql(MemberOrder order) throws SQLException {
        String direction = order.descending() ? " DESC" : " ASC";
        return switch (order.by()) {
            case CONTACT_ID -> statement("", "m.contact_id" + direction);
            case SCORE ->
                statement(
                        " LEFT JOIN predictive.score s ON s.contact_id = m.contact_id AND s.objective = ?",
                        "s.probability" + direction + " NULLS LAST, m.contact_id");
            case FEATURE ->
                statement(
                        " LEFT JOIN predictive.feature f ON f.contact_id = m.contact_id",
                        "f.n" + column(order.key()) + direction + " NULLS LAST, m.contact_id");
        };
    }

    private int column(String feature) throws SQLException {
        FeatureSchema schema = FeatureTable.storedSchema(connection)
                .orElseThrow(() -> SegcastException.brokenContract(
                        "members can be sorted by feature " + feature + " only once there are features, found none"));
        return schema.numericIndex(feature);
    }

    private static String statement(String join, String order) {
        return "SELECT m.contact_id FROM predictive.membership m" + join
                + " WHERE m.kind = ? AND m.segment = ? ORDER BY " + order + " LIMIT ? OFFSET ?";
    }
}
