/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.VectorFixture;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;

class FieldCoverageTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final FeatureSchema SCHEMA = new FeatureExtractor(List.of(
                    new AttributeDefinition("pets", AttributeType.NUMERIC),
                    new AttributeDefinition("hobby", AttributeType.NOMINAL)))
            .schema();

    @TempDir
    Path folder;

    private TemporaryWarehouse warehouse;
    private FieldCoverage coverage;

    @BeforeEach
    void open() throws SQLException {
        warehouse = new TemporaryWarehouse(folder);
        coverage = new FieldCoverage(warehouse);
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    @Test
    void nothing_is_counted_before_the_first_matrix() {
        assertEquals(Optional.empty(), coverage.all());
    }

    @Test
    void a_value_of_zero_is_filled_and_a_missing_one_is_not_for_everybody_and_for_each_segment() {
        new FeatureStore(warehouse)
                .replace(
                        VectorFixture.matrix(
                                SCHEMA,
                                List.of(
                                        vector("1", Map.of("attr_pets", 0.0, "attr_hobby", "chess")),
                                        vector("2", Map.of("attr_hobby", "skating", "attr_pets", Double.NaN)),
                                        vector("3", Map.of("attr_pets", Double.NaN)))),
                        MONDAY);
        MembershipStore memberships = new MembershipStore(warehouse);
        memberships.replace("rfm", MONDAY, sink -> {
            sink.accept("1", "loyal");
            sink.accept("2", "new");
            sink.accept("3", "new");
        });
        memberships.replace("rule", MONDAY, sink -> sink.accept("1", "big"));
        FilledFields filled = coverage.all().orElseThrow();
        assertEquals(
                List.of("attr_hobby", "attr_pets"),
                filled.fields().stream().map(Feature::name).sorted().toList());
        int hobby = place(filled, "attr_hobby");
        int pets = place(filled, "attr_pets");
        assertEquals(
                List.of("", "big", "loyal", "new"),
                filled.segments().stream().map(FilledFields.Filled::segment).toList());
        assertEquals(
                List.of(3L, 1L, 1L, 2L),
                filled.segments().stream().map(FilledFields.Filled::members).toList());
        assertEquals(
                List.of(2L, 1L, 1L, 1L),
                filled.segments().stream().map(each -> each.filled().get(hobby)).toList());
        assertEquals(
                List.of(1L, 1L, 1L, 0L),
                filled.segments().stream().map(each -> each.filled().get(pets)).toList());
    }

    private static int place(FilledFields filled, String field) {
        return filled.fields().stream().map(Feature::name).toList().indexOf(field);
    }

    private static FeatureVector vector(String id, Map<String, Object> values) {
        return VectorFixture.vector(SCHEMA, id, values);
    }
}
