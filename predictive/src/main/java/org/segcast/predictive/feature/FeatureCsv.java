/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

/** Writes a matrix as {@code contact_id} and every feature, in the schema's order; missing is an empty cell. */
public final class FeatureCsv {

    private FeatureCsv() {}

    public static void write(FeatureVectors vectors, Appendable out) {
        CsvLine line = new CsvLine(out);
        line.text("contact_id");
        vectors.schema().features().forEach(feature -> line.text(feature.name()));
        line.end();
        FeatureType[] types =
                vectors.schema().features().stream().map(Feature::type).toArray(FeatureType[]::new);
        vectors.forEach(vector -> writeRow(line, types, vector));
    }

    private static void writeRow(CsvLine line, FeatureType[] types, FeatureVector vector) {
        line.text(vector.contactId());
        int numeric = 0;
        int nominal = 0;
        for (FeatureType type : types) {
            if (type == FeatureType.NUMERIC) {
                line.number(vector.numeric(numeric++));
            } else {
                line.text(vector.nominal(nominal++));
            }
        }
        line.end();
    }
}
