/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.segcast.predictive.feature.ExtractedFeatures;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.history.Purchase;

/**
 * The stored matrix of all profiled contacts as of one date. It is also the list of who may be known: replacing it forgets, in the
 * same transaction, memberships, scores and their histories of everybody who is no longer in it.
 */
public final class FeatureStore {

    private static final String ALL = "SELECT * FROM predictive.feature ORDER BY contact_id";
    private static final String ONE = "SELECT * FROM predictive.feature WHERE contact_id = ?";

    private final Warehouse warehouse;

    public FeatureStore(WarehouseConnections connections) {
        this.warehouse = new Warehouse(connections);
    }

    /** Replaces the whole matrix at once and gives it back as stored. The next evaluation of rules looks at everybody. */
    public FeatureVectors replace(FeatureVectors vectors, LocalDate asOf) {
        stage(vectors.schema(), sink -> vectors.forEach(vector -> sink.accept(vector, List.of())), (v, p, f) -> {});
        return swapIn(vectors.schema(), asOf, false);
    }

    /** As {@link #replace}; but where the rules were evaluated over the matrix before, their next evaluation looks only at those whose data changed since. */
    public FeatureVectors renew(ExtractedFeatures extracted) {
        return swapIn(
                extracted.schema(),
                extracted.asOf(),
                warehouse.run("noting whose data changed", connection -> stage(connection, extracted)));
    }

    /** Tells every contact of a matrix with the purchases that it comes from. */
    private interface Source {
        void forEach(BiConsumer<FeatureVector, List<Purchase>> sink);
    }

    /** Is told the same, and what tells one row from another. */
    private interface Noting {
        void note(FeatureVector vector, List<Purchase> purchases, long fingerprint) throws SQLException;
    }

    /** Whether all that changed was noted. */
    private boolean stage(Connection connection, ExtractedFeatures extracted) throws SQLException {
        if (!RuleBasis.isMatrix(connection, extracted.schema(), extracted.asOf())) {
            stage(extracted.schema(), extracted::forEach, (v, p, f) -> {});
            return false;
        }
        try (ChangedContacts changed = new ChangedContacts(connection, new FeatureTable(extracted.schema()))) {
            stage(extracted.schema(), extracted::forEach, changed::note);
            return changed.areAll();
        }
    }

    private void stage(FeatureSchema schema, Source source, Noting noting) {
        FeatureTable table = new FeatureTable(schema);
        warehouse.stage(
                "writing features",
                "staged_feature",
                table.columns(),
                appender -> source.forEach((vector, purchases) -> {
                    long fingerprint = Fingerprint.of(vector, purchases);
                    try {
                        table.append(appender, vector, fingerprint);
                        noting.note(vector, purchases, fingerprint);
                    } catch (SQLException e) {
                        throw Warehouse.failed("writing the features of contact " + vector.contactId(), e);
                    }
                }));
    }

    private FeatureVectors swapIn(FeatureSchema schema, LocalDate asOf, boolean noted) {
        warehouse.transaction(
                "replacing the features", connection -> swapIn(connection, new FeatureTable(schema), asOf, noted));
        return new Stored(warehouse, schema);
    }

    private static void swapIn(Connection connection, FeatureTable table, LocalDate asOf, boolean noted)
            throws SQLException {
        Warehouse.execute(connection, "DROP TABLE IF EXISTS predictive.feature");
        Warehouse.execute(connection, "ALTER TABLE predictive.staged_feature RENAME TO feature");
        table.replaceSchema(connection, asOf);
        RuleBasis.matrixReplaced(connection, noted);
        PredictiveTables.forgetAllOutsideTheMatrix(connection);
    }

    /** The stored matrix; empty before the first one. Reading it fails if it was replaced by one of another schema meanwhile. */
    public Optional<FeatureVectors> vectors() {
        return schema().map(schema -> new Stored(warehouse, schema));
    }

    public Optional<FeatureSchema> schema() {
        return warehouse.run("reading the feature schema", FeatureTable::storedSchema);
    }

    public Optional<LocalDate> asOf() {
        return warehouse
                .list(
                        "reading the as-of date",
                        row -> Warehouse.date(row, "as_of"),
                        "SELECT as_of FROM predictive.feature_matrix")
                .stream()
                .findFirst();
    }

    /** How many profiled contacts there are. */
    public long count() {
        return schema().isEmpty()
                ? 0
                : warehouse
                        .list("counting features", row -> row.getLong(1), "SELECT count(*) FROM predictive.feature")
                        .get(0);
    }

    public Optional<FeatureValues> find(String contactId) {
        Optional<LocalDate> asOf = asOf();
        return asOf.flatMap(date -> vector(contactId).map(vector -> values(vector, date)));
    }

    /** One contact's stored vector. */
    public Optional<FeatureVector> vector(String contactId) {
        return warehouse.run("reading the features of contact " + contactId, connection -> {
            Optional<FeatureSchema> schema = FeatureTable.storedSchema(connection);
            if (schema.isEmpty()) {
                return Optional.empty();
            }
            FeatureTable table = new FeatureTable(schema.get());
            return Warehouse.list(connection, table::vector, ONE, contactId).stream()
                    .findFirst();
        });
    }

    /** Forgets contacts at once, before the next matrix is made without them. */
    public void forget(List<String> contactIds) {
        boolean hasMatrix = schema().isPresent();
        warehouse.transaction("forgetting contacts", connection -> {
            Array gone = connection.createArrayOf("VARCHAR", contactIds.toArray());
            PredictiveTables.forget(connection, gone);
            RuleBasis.contactsForgotten(connection);
            if (hasMatrix) {
                PredictiveTables.forget(connection, "feature", gone);
            }
        });
    }

    private static FeatureValues values(FeatureVector vector, LocalDate asOf) {
        FeatureSchema schema = vector.schema();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Feature feature : schema.features()) {
            String name = feature.name();
            Object value = feature.type() == FeatureType.NUMERIC
                    ? (Object) vector.numeric(schema.numericIndex(name))
                    : vector.nominal(schema.nominalIndex(name));
            if (!value.equals(Double.NaN) && !value.equals("")) {
                values.put(name, value);
            }
        }
        return new FeatureValues(vector.contactId(), asOf, values);
    }

    private record Stored(Warehouse warehouse, FeatureSchema schema) implements FeatureVectors {

        @Override
        public void forEach(Consumer<FeatureVector> sink) {
            warehouse.transaction("reading the features", connection -> {
                schema.require(FeatureTable.storedSchema(connection).orElse(schema));
                Warehouse.streamResults(connection);
                read(connection, new FeatureTable(schema), sink);
            });
        }

        private static void read(Connection connection, FeatureTable table, Consumer<FeatureVector> sink)
                throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(ALL);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sink.accept(table.vector(rows));
                }
            }
        }
    }
}
