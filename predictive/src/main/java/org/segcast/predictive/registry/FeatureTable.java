/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.feature.FeatureVector;

/**
 * Between vectors and rows. Columns are named by position ({@code n0..}, {@code s0..}), not by feature: attribute names come from the
 * CRM, may hold anything, and DuckDB takes names that differ in case for the same.
 */
final class FeatureTable {

    private final FeatureSchema schema;
    private final int numbers;
    private final int words;

    FeatureTable(FeatureSchema schema) {
        this.schema = schema;
        this.numbers = schema.ofType(FeatureType.NUMERIC).size();
        this.words = schema.ofType(FeatureType.NOMINAL).size();
    }

    String columns() {
        StringBuilder columns = new StringBuilder("contact_id VARCHAR NOT NULL");
        for (int i = 0; i < numbers; i++) {
            columns.append(", n").append(i).append(" DOUBLE");
        }
        for (int i = 0; i < words; i++) {
            columns.append(", s").append(i).append(" VARCHAR NOT NULL");
        }
        return columns.append(", print BIGINT").toString();
    }

    void append(DuckDBAppender appender, FeatureVector vector, long fingerprint) throws SQLException {
        appender.beginRow();
        appender.append(vector.contactId());
        for (int i = 0; i < numbers; i++) {
            double value = vector.numeric(i);
            if (Double.isNaN(value)) {
                appender.appendNull();
            } else {
                appender.append(value);
            }
        }
        for (int i = 0; i < words; i++) {
            appender.append(vector.nominal(i));
        }
        appender.append(fingerprint);
        appender.endRow();
    }

    FeatureVector vector(ResultSet row) throws SQLException {
        double[] numerics = new double[numbers];
        for (int i = 0; i < numbers; i++) {
            double value = row.getDouble(2 + i);
            numerics[i] = row.wasNull() ? Double.NaN : value;
        }
        String[] nominals = new String[words];
        for (int i = 0; i < words; i++) {
            nominals[i] = row.getString(2 + numbers + i);
        }
        return new FeatureVector(schema, row.getString(1), numerics, nominals);
    }

    void replaceSchema(Connection connection, LocalDate asOf) throws SQLException {
        Warehouse.execute(connection, "DELETE FROM predictive.feature_matrix");
        Warehouse.update(connection, "INSERT INTO predictive.feature_matrix VALUES (?, ?)", asOf, schema.version());
        Warehouse.execute(connection, "DELETE FROM predictive.feature_schema");
        List<Feature> features = schema.features();
        for (int i = 0; i < features.size(); i++) {
            Feature feature = features.get(i);
            Warehouse.update(
                    connection,
                    "INSERT INTO predictive.feature_schema VALUES (?, ?, ?, ?, ?)",
                    i,
                    feature.name(),
                    feature.type().name(),
                    feature.unit(),
                    feature.description());
        }
    }

    /** Empty before the first matrix. */
    static Optional<FeatureSchema> storedSchema(Connection connection) throws SQLException {
        List<Integer> version =
                Warehouse.list(connection, row -> row.getInt(1), "SELECT version FROM predictive.feature_matrix");
        List<Feature> features = Warehouse.list(
                connection,
                row -> new Feature(
                        row.getString("name"),
                        FeatureType.valueOf(row.getString("type")),
                        row.getString("unit"),
                        row.getString("description")),
                "SELECT name, type, unit, description FROM predictive.feature_schema ORDER BY position");
        return version.stream().findFirst().map(number -> FeatureSchema.of(number, features));
    }
}
