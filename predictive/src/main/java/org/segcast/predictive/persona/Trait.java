/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import java.util.Objects;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.Feature;

/**
 * What sets a segment's members apart from all customers by one feature.
 *
 * @param word of a word's feature; empty text for a number
 * @param members the members' mean, or the share of them who have the word, 0 to 1
 * @param all the same of all customers
 * @param effect of a number, how far the means are apart in standard deviations of all; of a word, its lift: the members' share as a multiple of that of all
 * @param strength above 0, what traits of either kind are ordered by: the difference of means in deviations, or of shares as Cohen's h (1988), which is read alike
 * @param q share of chance finds that telling this much would allow
 */
public record Trait(
        Feature feature, String word, double members, double all, double effect, double strength, double q) {

    public Trait {
        Objects.requireNonNull(feature);
        Objects.requireNonNull(word);
        SegcastException.require(
                Double.isFinite(members + all + effect + strength + q),
                "a trait's figures must be finite, found those of " + feature.name());
    }

    public boolean isNumber() {
        return word.isEmpty();
    }

    /** Whether members have more of it than all. */
    public boolean more() {
        return effect > (isNumber() ? 0 : 1);
    }
}
