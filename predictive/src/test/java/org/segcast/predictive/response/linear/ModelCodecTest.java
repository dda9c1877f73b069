/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.linear;

import static org.junit.jupiter.api.Assertions.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.feature.VectorFixture;

class ModelCodecTest {

    private static final FeatureSchema SCHEMA = FeatureSchema.of(
            1,
            List.of(
                    new Feature("a", FeatureType.NUMERIC, "", "A number."),
                    new Feature("b", FeatureType.NOMINAL, "", "A word.")));

    private final ModelCodec codec = new ModelCodec();

    @Test
    void reads_back_what_it_wrote() {
        LinearModel model = model(SCHEMA, 0.5);
        LinearModel read = (LinearModel) codec.read(codec.write(model));
        assertEquals(model, read);
        var vector = VectorFixture.vector(SCHEMA, "1", Map.of("a", 3, "b", "x"));
        assertEquals(model.probability(vector), read.probability(vector));
    }

    static List<Object> foreign() {
        return List.of(
                URI.create("http://example.org"),
                new HashMap<>(Map.of("a", "b")),
                new ArrayList<>(List.of(1)),
                new int[20_000],
                List.of(URI.create("http://example.org")),
                "a text");
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void refuses_bytes_that_hold_anything_but_a_model(Object foreign) throws IOException {
        SegcastException refusal = assertThrows(SegcastException.class, () -> codec.read(serialised(foreign)));
        assertEquals(ErrorCode.MODEL_UNREADABLE, refusal.code());
        assertTrue(refusal.getMessage().contains("Train the model again"), refusal.getMessage());
    }

    @Test
    void refuses_broken_bytes() {
        byte[] bytes = codec.write(model(SCHEMA, 0.5));
        bytes[bytes.length / 2] ^= 0x55;
        assertThrows(SegcastException.class, () -> codec.read(java.util.Arrays.copyOf(bytes, 100)));
        assertThrows(SegcastException.class, () -> codec.read(new byte[0]));
    }

    @Test
    void a_model_read_back_still_refuses_swapped_columns() {
        FeatureSchema other = FeatureSchema.of(2, SCHEMA.features());
        LinearModel read = (LinearModel) codec.read(codec.write(model(SCHEMA, 0.5)));
        assertThrows(SegcastException.class, () -> read.probability(VectorFixture.vector(other, "1", Map.of("a", 3))));
    }

    private static LinearModel model(FeatureSchema schema, double coefficient) {
        return new LinearModel(
                schema,
                -1,
                List.of(
                        new Term(new NumericColumn("a", 0, true, 0, 5, 1, 2), coefficient),
                        new Term(new MissingColumn("a", 0, 0.1, 0.3), -coefficient),
                        new Term(new LevelColumn("b", 0, "x", 0.5, 0.5), 1)));
    }

    private static byte[] serialised(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }
}
