/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.scaling;

import java.util.List;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;

/**
 * A word as a coordinate for each frequent one: whether it is this one, less the share of those who have it, times a weight that makes the
 * whole feature's variance 1.
 *
 * @param shares of the customers with any word, in the words' order
 */
public record ScaledWord(String feature, List<String> words, List<Double> shares, double weight)
        implements ScaledFeature {

    public ScaledWord {
        words = List.copyOf(words);
        shares = List.copyOf(shares);
        SegcastException.require(
                !words.isEmpty() && words.size() == shares.size() && weight > 0 && Double.isFinite(weight),
                "word " + feature + " must vary, found " + words.size() + " words and weight " + weight);
    }

    @Override
    public int width() {
        return words.size();
    }

    @Override
    public int index(FeatureSchema schema) {
        return schema.nominalIndex(feature);
    }

    @Override
    public void write(FeatureVector vector, int index, double[] point, int from) {
        String found = vector.nominal(index);
        for (int i = 0; i < words.size(); i++) {
            double has = words.get(i).equals(found) ? 1 : 0;
            point[from + i] = found.isEmpty() ? 0 : weight * (has - shares.get(i));
        }
    }

    /** The share of a word that stands at its coordinate, 0 to 1. */
    public double share(int word, double coordinate) {
        return Math.min(1, Math.max(0, shares.get(word) + coordinate / weight));
    }
}
