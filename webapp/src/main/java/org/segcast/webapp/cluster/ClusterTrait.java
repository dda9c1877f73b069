/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.segcast.predictive.cluster.Cluster;
import org.segcast.predictive.cluster.ClusterModel;
import org.segcast.predictive.cluster.scaling.ScaledFeature;
import org.segcast.predictive.cluster.scaling.ScaledNumber;
import org.segcast.predictive.cluster.scaling.ScaledWord;

/**
 * What sets a cluster apart from all customers by one feature.
 *
 * @param word of a word's feature; empty text for a number
 * @param value the typical number, or the share that has the word, 0 to 1
 * @param usual the same of all customers
 * @param deviations how far apart these are, in standard deviations of all customers
 */
public record ClusterTrait(String feature, String word, double value, double usual, double deviations) {
    private static final int MOST = 6;

    /** The strongest first. */
    static List<ClusterTrait> of(ClusterModel model, int place) {
        Cluster cluster = model.clusters().get(place);
        double[] centre =
                cluster.centre().stream().mapToDouble(Double::doubleValue).toArray();
        List<ClusterTrait> traits = new ArrayList<>();
        List<ScaledFeature> features = model.scaling().features();
        for (int i = 0; i < features.size(); i++) {
            double[] coordinates = model.scaling().coordinates(i, centre);
            if (features.get(i) instanceof ScaledNumber number) {
                traits.add(new ClusterTrait(
                        number.feature(), "", number.unscaled(coordinates[0]), number.unscaled(0), coordinates[0]));
            } else if (features.get(i) instanceof ScaledWord word) {
                traits.add(of(word, coordinates));
            }
        }
        return traits.stream()
                .sorted(Comparator.comparingDouble((ClusterTrait trait) -> -Math.abs(trait.deviations())))
                .limit(MOST)
                .toList();
    }

    private static ClusterTrait of(ScaledWord word, double[] coordinates) {
        int most = 0;
        for (int i = 1; i < coordinates.length; i++) {
            most = Math.abs(coordinates[i]) > Math.abs(coordinates[most]) ? i : most;
        }
        return new ClusterTrait(
                word.feature(),
                word.words().get(most),
                word.share(most, coordinates[most]),
                word.shares().get(most),
                coordinates[most]);
    }

    /** As people read it. */
    public String name() {
        String words = feature.replaceFirst("^attr_", "")
                .replaceFirst("^note_", "note mentions ")
                .replace('_', ' ');
        return word.isEmpty() ? words : words + " " + word;
    }

    public boolean more() {
        return deviations >= 0;
    }
}
