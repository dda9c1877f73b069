/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.linear;

import java.util.ArrayList;
import java.util.List;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.response.Dataset;
import org.segcast.predictive.response.Example;

/**
 * What an engine learns from: the columns found in training examples, none constant, none the same as another, and the examples'
 * values in them.
 *
 * @param rows one per example, in the examples' order
 */
public record Encoding(FeatureSchema schema, List<Column> columns, double[][] rows) {

    private static final double SAME = 1e-9;

    public static Encoding fit(Dataset dataset) {
        List<Column> columns = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (Column column : new ColumnFit(dataset).columns()) {
            double[] candidate = values(column, dataset.examples());
            if (values.stream().noneMatch(known -> isSame(known, candidate))) {
                columns.add(column);
                values.add(candidate);
            }
        }
        return new Encoding(dataset.schema(), List.copyOf(columns), rows(values, dataset.size()));
    }

    private static double[] values(Column column, List<Example> examples) {
        double[] values = new double[examples.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.value(examples.get(i).features());
        }
        return values;
    }

    private static boolean isSame(double[] one, double[] other) {
        for (int i = 0; i < one.length; i++) {
            if (Math.abs(one[i] - other[i]) > SAME) {
                return false;
            }
        }
        return true;
    }

    private static double[][] rows(List<double[]> columns, int count) {
        double[][] rows = new double[count][columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            double[] values = columns.get(column);
            for (int row = 0; row < count; row++) {
                rows[row][column] = values[row];
            }
        }
        return rows;
    }
}
