/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.feature.VectorFixture;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;

class FeatureStoreTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final FeatureSchema SCHEMA = new FeatureExtractor(List.of(
                    new AttributeDefinition("City", AttributeType.NOMINAL),
                    new AttributeDefinition("city", AttributeType.NOMINAL),
                    new AttributeDefinition("odd \"name\"; DROP", AttributeType.NUMERIC)))
            .schema();

    @TempDir
    Path folder;

    private TemporaryWarehouse warehouse;
    private FeatureStore store;

    @BeforeEach
    void open() throws SQLException {
        warehouse = new TemporaryWarehouse(folder);
        store = new FeatureStore(warehouse);
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    @Test
    void is_empty_before_the_first_matrix() {
        assertTrue(store.vectors().isEmpty());
        assertTrue(store.asOf().isEmpty());
        assertEquals(0, store.count());
        assertTrue(store.find("1").isEmpty());
    }

    @Test
    void gives_back_what_was_stored_by_ascending_id_whatever_attributes_are_called() {
        FeatureVector one = vector("1", Map.of("order_count", 3, "City", "x"));
        FeatureVector ten = vector("10", Map.of("trend", Double.NaN, "attr_City", "Oslo", "attr_city", "Łódź 🎻"));
        FeatureVectors stored = store.replace(matrix(one, ten), MONDAY);
        assertEquals(List.of(one, ten), read(stored));
        assertEquals(List.of(one, ten), read(store.vectors().orElseThrow()));
        assertEquals(Optional.of(MONDAY), store.asOf());
        assertEquals(2, store.count());
        assertEquals(Optional.of(SCHEMA), store.schema());
    }

    @Test
    void finds_one_contact_by_names_without_what_is_missing() {
        store.replace(matrix(vector("1", Map.of("order_count", 3, "trend", Double.NaN, "attr_city", "Oslo"))), MONDAY);
        FeatureValues found = store.find("1").orElseThrow();
        assertEquals(3.0, found.values().get("order_count"));
        assertEquals("Oslo", found.values().get("attr_city"));
        assertFalse(found.values().containsKey("trend"));
        assertEquals("days_since_last_order", found.values().keySet().iterator().next());
        assertTrue(store.find("2").isEmpty());
    }

    @Test
    void a_replacement_that_dies_half_way_leaves_the_old_matrix_whole() {
        FeatureVector old = vector("1", Map.of("order_count", 3));
        store.replace(matrix(old), MONDAY);
        FeatureVectors dying = new FeatureVectors() {
            @Override
            public FeatureSchema schema() {
                return SCHEMA;
            }

            @Override
            public void forEach(Consumer<FeatureVector> sink) {
                sink.accept(vector("2", Map.of()));
                throw new IllegalStateException("killed");
            }
        };
        assertThrows(IllegalStateException.class, () -> store.replace(dying, MONDAY.plusDays(7)));
        assertEquals(List.of(old), read(store.vectors().orElseThrow()));
        assertEquals(Optional.of(MONDAY), store.asOf());
        FeatureVector next = vector("3", Map.of());
        assertEquals(List.of(next), read(store.replace(matrix(next), MONDAY.plusDays(7))));
    }

    @Test
    void a_matrix_of_other_attributes_takes_the_place_of_the_old_and_stale_readers_are_refused() {
        FeatureVectors before = store.replace(matrix(vector("1", Map.of())), MONDAY);
        FeatureSchema plain = new FeatureExtractor(List.of()).schema();
        store.replace(VectorFixture.matrix(plain, List.of(VectorFixture.vector(plain, "1", Map.of()))), MONDAY);
        assertEquals(Optional.of(plain), store.schema());
        SegcastException refusal = assertThrows(SegcastException.class, () -> read(before));
        assertEquals(ErrorCode.SCHEMA_MISMATCH, refusal.code());
    }

    @Test
    void who_is_no_longer_in_the_matrix_is_forgotten_everywhere() throws SQLException {
        MembershipStore memberships = new MembershipStore(warehouse);
        ScoreStore scores = new ScoreStore(warehouse);
        store.replace(matrix(vector("1", Map.of()), vector("2", Map.of())), MONDAY);
        memberships.replace("rfm", MONDAY, sink -> {
            sink.accept("1", "loyal");
            sink.accept("2", "lost");
        });
        scores.replace("reorder_60", MONDAY, sink -> {
            sink.accept(ScoreStoreTest.score("1", 0.5));
            sink.accept(ScoreStoreTest.score("2", 0.2));
        });
        store.replace(matrix(vector("2", Map.of())), MONDAY);
        for (String table : List.of("membership", "membership_history", "score", "score_history")) {
            assertEquals(1, warehouse.count(table), table);
        }
        assertTrue(memberships.segmentOf("rfm", "1").isEmpty());
        assertTrue(scores.find("1").isEmpty());
        store.forget(List.of("2"));
        for (String table : List.of("feature", "membership", "membership_history", "score", "score_history")) {
            assertEquals(0, warehouse.count(table), table);
        }
    }

    @Test
    void tens_of_thousands_are_forgotten_in_one_pass_and_the_others_stay() throws SQLException {
        int many = 20_000;
        List<String> ids =
                IntStream.range(0, many + 1).mapToObj(Integer::toString).toList();
        store.replace(
                VectorFixture.matrix(
                        SCHEMA,
                        ids.stream().sorted().map(id -> vector(id, Map.of())).toList()),
                MONDAY);
        MembershipStore memberships = new MembershipStore(warehouse);
        memberships.replace("rfm", MONDAY, sink -> ids.forEach(id -> sink.accept(id, "lost")));
        assertTimeout(Duration.ofSeconds(20), () -> store.forget(ids.subList(0, many)));
        assertEquals(1, store.count());
        assertEquals(1, warehouse.count("membership"));
        assertEquals(Optional.of("lost"), memberships.segmentOf("rfm", Integer.toString(many)));
    }

    @Test
    void a_warehouse_that_cannot_be_opened_is_a_transient_failure_in_words() {
        WarehouseConnections gone = () -> {
            throw new SQLException("file is locked");
        };
        SegcastException failure = assertThrows(SegcastException.class, () -> new FeatureStore(gone));
        assertEquals(ErrorCode.Kind.TRANSIENT, failure.kind());
        assertTrue(failure.getMessage().contains("making the predictive tables"), failure.getMessage());
        assertFalse(failure.getMessage().contains("file is locked"), "the database's own text may quote people's data");
    }

    private static FeatureVector vector(String id, Map<String, Object> values) {
        Map<String, Object> known = new java.util.HashMap<>(values);
        known.remove("City");
        return VectorFixture.vector(SCHEMA, id, known);
    }

    private static FeatureVectors matrix(FeatureVector... vectors) {
        return VectorFixture.matrix(SCHEMA, List.of(vectors));
    }

    private static List<FeatureVector> read(FeatureVectors vectors) {
        List<FeatureVector> read = new ArrayList<>();
        vectors.forEach(read::add);
        return read;
    }
}
