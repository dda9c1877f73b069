/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;

/** Counts who has a value in the fields of the CRM's contacts: one pass over the stored matrix, whatever the number of segments. */
public final class FieldCoverage {

    private final Warehouse warehouse;

    public FieldCoverage(WarehouseConnections connections) {
        this.warehouse = new Warehouse(connections);
    }

    /** Empty before the first matrix. */
    public Optional<FilledFields> all() {
        return warehouse.run("counting filled fields", connection -> {
            Optional<FeatureSchema> schema = FeatureTable.storedSchema(connection);
            return schema.isEmpty() ? Optional.empty() : Optional.of(all(connection, schema.get()));
        });
    }

    private static FilledFields all(Connection connection, FeatureSchema schema) throws SQLException {
        List<Feature> fields =
                schema.features().stream().filter(Feature::isAttribute).toList();
        String counts =
                fields.stream().map(field -> ", " + count(schema, field)).collect(Collectors.joining());
        return new FilledFields(
                fields,
                Warehouse.list(
                        connection,
                        row -> filled(row, fields.size()),
                        "SELECT '' AS segment, count(*)" + counts + " FROM predictive.feature UNION ALL"
                                + " SELECT m.segment, count(*)" + counts
                                + " FROM predictive.feature f JOIN predictive.membership m ON m.contact_id = f.contact_id"
                                + " GROUP BY m.segment ORDER BY segment"));
    }

    private static String count(FeatureSchema schema, Feature field) {
        return field.type() == FeatureType.NUMERIC
                ? "count(n" + schema.numericIndex(field.name()) + ")"
                : "count(*) FILTER (s" + schema.nominalIndex(field.name()) + " <> '')";
    }

    private static FilledFields.Filled filled(ResultSet row, int fields) throws SQLException {
        List<Long> filled = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            filled.add(row.getLong(3 + i));
        }
        return new FilledFields.Filled(row.getString(1), row.getLong(2), filled);
    }
}
