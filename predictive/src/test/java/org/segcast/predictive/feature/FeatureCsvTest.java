/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;

class FeatureCsvTest {

    private static final FeatureSchema SCHEMA = FeatureSchema.of(
            1,
            List.of(
                    new Feature("count", FeatureType.NUMERIC, "", "A number."),
                    new Feature("word", FeatureType.NOMINAL, "", "A word."),
                    new Feature("share", FeatureType.NUMERIC, "", "A number.")));

    @Test
    void writes_header_and_rows_in_the_schemas_order_with_missing_as_empty() {
        FeatureVector one = VectorFixture.vector(SCHEMA, "1", Map.of("count", 3, "word", "Łódź, \"x\"", "share", 0.25));
        FeatureVector two = VectorFixture.vector(SCHEMA, "2", Map.of("count", Double.NaN));
        StringBuilder out = new StringBuilder();
        FeatureCsv.write(VectorFixture.matrix(SCHEMA, List.of(one, two)), out);
        assertEquals("contact_id,count,word,share\n1,3,\"Łódź, \"\"x\"\"\",0.25\n2,,,0\n", out.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "0.30000000000000004, 0.3",
        "-2.5, -2.5",
        "1e10, 10000000000",
        "1234567.1234564, 1234567.123456",
        "-0.0000001, 0",
        "0.0000006, 0.000001",
        "-0.0, 0",
        "12345678901.5, 12345678901.5",
        "1e-3, 0.001",
        "99.9999999, 100"
    })
    void writes_numbers_plainly(double value, String expected) {
        StringBuilder out = new StringBuilder();
        new CsvLine(out).number(value).end();
        assertEquals(expected + "\n", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void disarms_what_a_spreadsheet_would_run(String cell) {
        StringBuilder out = new StringBuilder();
        new CsvLine(out).text(cell).number(-1).end();
        assertTrue(out.toString().replace("\"", "").startsWith("'" + cell), out.toString());
        assertTrue(out.toString().endsWith(",-1\n"), out.toString());
    }

    @Test
    void says_so_when_writing_fails() {
        Appendable broken = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public Appendable append(char c) throws IOException {
                throw new IOException("disk full");
            }
        };
        SegcastException failure = assertThrows(
                SegcastException.class, () -> new CsvLine(broken).text("x").end());
        assertEquals(ErrorCode.WRITE_FAILED, failure.code());
    }
}
