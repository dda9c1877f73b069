/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.weka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;
import weka.classifiers.functions.Logistic;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Weka's own Logistic on the same rows: what our fit must equal. The class's first value is the response. */
final class WekasLogistic {

    private static final double RESPONDED = 0;
    private static final double DID_NOT = 1;

    private final Instances structure;
    private final Logistic logistic = new Logistic();

    WekasLogistic(double[][] rows, boolean[] outcomes, double ridge) {
        int columns = rows[0].length;
        this.structure = new Instances("examples", attributes(columns), rows.length);
        structure.setClassIndex(columns);
        Instances instances = new Instances(structure, rows.length);
        for (int i = 0; i < rows.length; i++) {
            instances.add(instance(rows[i], outcomes[i] ? RESPONDED : DID_NOT));
        }
        logistic.setRidge(ridge);
        fit(instances);
    }

    /** The intercept, then one per column. */
    double[] coefficients() {
        double[][] found = logistic.coefficients();
        int expected = structure.numAttributes();
        if (found.length != expected) {
            throw new SegcastException(
                    ErrorCode.TRAINING_FAILED,
                    "Weka must find " + expected + " coefficients, found " + found.length
                            + ": a column was constant to it");
        }
        return Arrays.stream(found).mapToDouble(row -> row[0]).toArray();
    }

    /** Weka's own word on a row. */
    double probability(double[] row) {
        try {
            DenseInstance instance = instance(row, DID_NOT);
            instance.setDataset(structure);
            return logistic.distributionForInstance(instance)[0];
        } catch (Exception e) {
            throw failed(e);
        }
    }

    private void fit(Instances instances) {
        try {
            logistic.buildClassifier(instances);
        } catch (Exception e) {
            throw failed(e);
        }
    }

    private static SegcastException failed(Exception e) {
        return new SegcastException(ErrorCode.TRAINING_FAILED, "Weka's Logistic failed: " + e.getMessage(), e);
    }

    private static DenseInstance instance(double[] row, double outcome) {
        double[] values = Arrays.copyOf(row, row.length + 1);
        values[row.length] = outcome;
        return new DenseInstance(1, values);
    }

    private static ArrayList<Attribute> attributes(int columns) {
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            attributes.add(new Attribute("column" + i));
        }
        attributes.add(new Attribute("outcome", List.of("responded", "did not")));
        return attributes;
    }
}
