/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.cluster.partition.Partition;
import org.segcast.predictive.cluster.partition.Points;
import org.segcast.predictive.cluster.scaling.Scaling;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.PurchaseFeature;

/** Places any customer in the closest of some clusters; a pure function of the customer's features. */
public record ClusterModel(Scaling scaling, List<Cluster> clusters) {
    /** The kind of memberships in clusters. */
    public static final String KIND = "cluster";

    private static final double MEMBERS_WITHIN_REACH = 0.99;

    public ClusterModel {
        clusters = List.copyOf(clusters);
        int width = scaling.width();
        SegcastException.require(
                clusters.size() > 1
                        && clusters.stream()
                                .allMatch(cluster -> cluster.centre().size() == width),
                "a model must have two clusters or more of " + width + " coordinates, found " + clusters.size());
    }

    static ClusterModel of(Scaling scaling, Points sample, Partition partition) {
        return new ClusterModel(
                scaling,
                IntStream.range(0, partition.count())
                        .mapToObj(part -> cluster(part, sample, partition))
                        .toList());
    }

    private static Cluster cluster(int part, Points sample, Partition partition) {
        double[] distances = IntStream.range(0, sample.size())
                .filter(point -> partition.partOf(point) == part)
                .mapToDouble(partition::distance)
                .sorted()
                .toArray();
        double reach = distances[(int) Math.ceil(MEMBERS_WITHIN_REACH * (distances.length - 1))];
        return new Cluster(Arrays.stream(partition.centre(part)).boxed().toList(), reach, distances.length);
    }

    /** Refused where the schema lacks a feature; see {@link Scaling#missingIn}. */
    public Placing on(FeatureSchema schema) {
        return new Placing(schema);
    }

    /** Places the vectors of one schema, one after the other. */
    public final class Placing {
        private final int orders;
        private final int[] indexes;
        private final double[] point;
        private final double[][] centres;

        private Placing(FeatureSchema schema) {
            this.orders = schema.numericIndex(PurchaseFeature.ORDER_COUNT.key());
            this.indexes = scaling.indexes(schema);
            this.point = new double[scaling.width()];
            this.centres = clusters.stream()
                    .map(cluster -> cluster.centre().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray())
                    .toArray(double[][]::new);
        }

        /** Empty for a contact without orders. */
        public Optional<Placement> place(FeatureVector vector) {
            if (!(vector.numeric(orders) > 0)) {
                return Optional.empty();
            }
            scaling.write(vector, indexes, point, 0);
            int nearest = 0;
            double first = Double.POSITIVE_INFINITY;
            double second = Double.POSITIVE_INFINITY;
            for (int cluster = 0; cluster < centres.length; cluster++) {
                double distance = distance(centres[cluster]);
                if (distance < first) {
                    second = first;
                    first = distance;
                    nearest = cluster;
                } else {
                    second = Math.min(second, distance);
                }
            }
            double confidence = second == 0 ? 0 : 1 - first / second;
            return Optional.of(new Placement(
                    nearest, confidence, first <= clusters.get(nearest).reach()));
        }

        private double distance(double[] centre) {
            double sum = 0;
            for (int i = 0; i < centre.length; i++) {
                sum += (point[i] - centre[i]) * (point[i] - centre[i]);
            }
            return Math.sqrt(sum);
        }
    }
}
