/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.feature.Feature;

/**
 * How one feature's values lie in the stored matrix.
 *
 * @param present contacts with a value
 * @param numbers of a number; empty for a word, and where nobody has a value
 * @param differentWords of a word; 0 for a number
 * @param topWords the most frequent, at most {@link #MOST_WORDS}, most frequent first, then by name; empty for a number
 */
public record FeatureDistribution(
        Feature feature, long present, Optional<NumberSpread> numbers, long differentWords, List<WordCount> topWords) {

    public static final int MOST_WORDS = 5;

    public FeatureDistribution {
        Objects.requireNonNull(feature);
        Objects.requireNonNull(numbers);
        topWords = List.copyOf(topWords);
    }

    /** A word and how many contacts have it. */
    public record WordCount(String word, long contacts) {}

    /**
     * Quantiles between two values are interpolated, as R's type 7.
     *
     * @param bins contacts in {@link #BINS} stretches of equal width from {@code low} to {@code high}; who lies outside counts in the
     *     nearest
     */
    public record NumberSpread(
            double least,
            double low,
            double firstQuarter,
            double median,
            double thirdQuarter,
            double high,
            double most,
            double mean,
            List<Long> bins) {

        public static final int BINS = 12;

        public NumberSpread {
            bins = List.copyOf(bins);
        }
    }
}
