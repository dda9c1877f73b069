/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.feature;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.segcast.predictive.registry.FeatureDistribution;
import org.segcast.predictive.registry.FeatureDistribution.NumberSpread;
import org.segcast.predictive.registry.FeatureDistribution.WordCount;

/**
 * A feature as people read it.
 *
 * @param type {@code number} or {@code word}
 * @param learnt whether models learn from it
 * @param coverage share of the contacts that have a value
 * @param numbers of a number that somebody has
 */
public record DescribedFeature(
        String name,
        String group,
        String type,
        String unit,
        String description,
        boolean learnt,
        double coverage,
        Optional<NumberSpread> numbers,
        long differentWords,
        List<WordCount> topWords) {

    static DescribedFeature of(FeatureDistribution found, long contacts) {
        return new DescribedFeature(
                found.feature().name(),
                found.feature().group().label(),
                switch (found.feature().type()) {
                    case NUMERIC -> "number";
                    case NOMINAL -> "word";
                },
                found.feature().unit(),
                found.feature().description(),
                found.feature().canBeLearnt(),
                contacts == 0 ? 0 : (double) found.present() / contacts,
                found.numbers(),
                found.differentWords(),
                found.topWords());
    }

    /** Whether name, group or description hold the text, whatever its case; underscores count as blanks. */
    boolean mentions(String text) {
        String wanted = plain(text.strip());
        return plain(name).contains(wanted)
                || plain(group).contains(wanted)
                || plain(description).contains(wanted);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
