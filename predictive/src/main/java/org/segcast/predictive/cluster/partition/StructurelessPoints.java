/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.partition;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Points without any clusters in the room that given points take: spread evenly over the box along their principal axes (the reference of
 * Tibshirani, Walther and Hastie 2001, (b)).
 */
public final class StructurelessPoints {

    private static final int SWEEPS = 30;

    private StructurelessPoints() {}

    public static Points like(Points points, long seed) {
        double[][] axes = axes(points);
        int width = points.width();
        double[] low = new double[width];
        double[] high = new double[width];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < points.size(); i++) {
            for (int axis = 0; axis < width; axis++) {
                double place = 0;
                for (int j = 0; j < width; j++) {
                    place += points.value(i, j) * axes[j][axis];
                }
                low[axis] = Math.min(low[axis], place);
                high[axis] = Math.max(high[axis], place);
            }
        }
        return even(points.size(), low, high, seed);
    }

    /** Distances are the same in turned axes, so the box is not turned back. */
    private static Points even(int size, double[] low, double[] high, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[size * low.length];
        for (int i = 0; i < values.length; i++) {
            int axis = i % low.length;
            values[i] = low[axis] + random.nextDouble() * (high[axis] - low[axis]);
        }
        return new Points(values, low.length);
    }

    /** The eigenvectors of the covariance as columns, by Jacobi's rotations. */
    private static double[][] axes(Points points) {
        double[][] matrix = covariance(points);
        int width = matrix.length;
        double[][] axes = new double[width][width];
        for (int i = 0; i < width; i++) {
            axes[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < width; p++) {
                for (int q = p + 1; q < width; q++) {
                    rotate(matrix, axes, p, q);
                }
            }
        }
        return axes;
    }

    private static void rotate(double[][] matrix, double[][] axes, int p, int q) {
        if (Math.abs(matrix[p][q]) < 1e-14) {
            return;
        }
        double angle = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = (angle < 0 ? -1 : 1) / (Math.abs(angle) + Math.sqrt(angle * angle + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (int i = 0; i < matrix.length; i++) {
            turn(matrix[i], p, q, cosine, sine);
            turn(axes[i], p, q, cosine, sine);
        }
        for (int i = 0; i < matrix.length; i++) {
            double atP = matrix[p][i];
            double atQ = matrix[q][i];
            matrix[p][i] = cosine * atP - sine * atQ;
            matrix[q][i] = sine * atP + cosine * atQ;
        }
    }

    private static void turn(double[] row, int p, int q, double cosine, double sine) {
        double atP = row[p];
        double atQ = row[q];
        row[p] = cosine * atP - sine * atQ;
        row[q] = sine * atP + cosine * atQ;
    }

    private static double[][] covariance(Points points) {
        int width = points.width();
        double[] means = new double[width];
        for (int i = 0; i < points.size(); i++) {
            points.add(i, 1, means, 0);
        }
        double[][] matrix = new double[width][width];
        for (int i = 0; i < points.size(); i++) {
            for (int p = 0; p < width; p++) {
                double gap = points.value(i, p) - means[p] / points.size();
                for (int q = 0; q < width; q++) {
                    matrix[p][q] += gap * (points.value(i, q) - means[q] / points.size()) / points.size();
                }
            }
        }
        return matrix;
    }
}
