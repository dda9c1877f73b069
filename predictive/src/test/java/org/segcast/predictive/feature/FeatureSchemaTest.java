/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;

class FeatureSchemaTest {

    private static final Feature AGE = new Feature("age", FeatureType.NUMERIC, "years", "Age.");
    private static final Feature SIZE = new Feature("size", FeatureType.NUMERIC, "cm", "Size.");

    @Test
    void its_fingerprint_depends_on_version_names_types_and_order_and_not_on_words() {
        FeatureSchema schema = FeatureSchema.of(1, List.of(AGE, SIZE));
        Feature reworded = new Feature("age", FeatureType.NUMERIC, "a", "How old.");
        Feature retyped = new Feature("age", FeatureType.NOMINAL, "", "Age.");
        assertEquals(
                schema.fingerprint(),
                FeatureSchema.of(1, List.of(reworded, SIZE)).fingerprint());
        assertNotEquals(
                schema.fingerprint(), FeatureSchema.of(2, List.of(AGE, SIZE)).fingerprint());
        assertNotEquals(
                schema.fingerprint(), FeatureSchema.of(1, List.of(SIZE, AGE)).fingerprint());
        assertNotEquals(
                schema.fingerprint(),
                FeatureSchema.of(1, List.of(retyped, SIZE)).fingerprint());
    }

    @Test
    void refuses_swapped_columns_and_names_both_schemas() {
        FeatureSchema schema = FeatureSchema.of(1, List.of(AGE, SIZE));
        FeatureSchema swapped = FeatureSchema.of(1, List.of(SIZE, AGE));
        SegcastException refusal = assertThrows(SegcastException.class, () -> schema.require(swapped));
        assertEquals(ErrorCode.SCHEMA_MISMATCH, refusal.code());
        assertTrue(refusal.getMessage().contains(schema.fingerprint()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(swapped.fingerprint()), refusal.getMessage());
    }

    @Test
    void refuses_two_attributes_of_one_name_as_a_configuration_error() {
        AttributeDefinition city = new AttributeDefinition("city", AttributeType.NUMERIC);
        SegcastException refusal =
                assertThrows(SegcastException.class, () -> new FeatureExtractor(List.of(city, city)));
        assertEquals(ErrorCode.Kind.CONFIGURATION, refusal.kind());
    }

    @Test
    void refuses_a_fingerprint_that_is_not_its_own() {
        assertThrows(SegcastException.class, () -> new FeatureSchema(1, List.of(AGE), "0000000000000000"));
    }

    @Test
    void every_purchase_feature_is_described_and_stands_where_its_ordinal_says() {
        FeatureSchema schema = new FeatureExtractor(List.of()).schema();
        for (PurchaseFeature feature : PurchaseFeature.values()) {
            if (feature.feature().type() == FeatureType.NUMERIC) {
                assertEquals(feature.ordinal(), schema.numericIndex(feature.key()));
            }
        }
        assertEquals(0, schema.nominalIndex("favourite_category"));
    }
}
