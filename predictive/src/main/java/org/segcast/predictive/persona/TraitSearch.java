/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.feature.Feature;

/**
 * Finds what sets a segment apart. Every number is tested by Welch's test of members against the rest, every word by the test of two proportions; a trait is told where it is
 * large, q is below .05 after the correction for all that was tested, and 30 members and 30 others have a value.
 */
public final class TraitSearch {
    /** Members, and others, that it takes. */
    public static final int LEAST = 30;

    private static final double SMALL = 0.2;
    private static final double RAISED = 1.25;
    private static final double LOWERED = 0.8;
    private static final double LARGEST_Q = 0.05;

    private TraitSearch() {}

    public static TraitFinding in(SegmentMoments moments) {
        if (moments.members() < LEAST) {
            return new TraitFinding.TooFew(true, moments.members(), LEAST);
        }
        if (moments.rest() < LEAST) {
            return new TraitFinding.TooFew(false, moments.rest(), LEAST);
        }
        List<Tested> tested = new ArrayList<>();
        moments.numbers().forEach(number -> number(number).ifPresent(tested::add));
        moments.words()
                .forEach(feature -> feature.words()
                        .forEach(word -> word(feature.feature(), word).ifPresent(tested::add)));
        double[] q = FalseDiscoveries.q(tested.stream().mapToDouble(Tested::p).toArray());
        List<Trait> told = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            if (tested.get(i).large() && q[i] < LARGEST_Q) {
                told.add(tested.get(i).trait(q[i]));
            }
        }
        told.sort(Comparator.comparingDouble(Trait::strength).reversed());
        return new TraitFinding.Found(told, q.length);
    }

    /** A difference with its chance before the correction. */
    private record Tested(
            Feature feature, String word, double members, double all, double effect, double strength, double p) {

        boolean large() {
            return word.isEmpty() ? Math.abs(effect) >= SMALL : effect >= RAISED || effect <= LOWERED;
        }

        Trait trait(double q) {
            return new Trait(feature, word, members, all, effect, strength, q);
        }
    }

    private static Optional<Tested> number(NumberMoments number) {
        if (number.feature().isOfSomeOrders()
                || number.members().count() < LEAST
                || number.rest().count() < LEAST) {
            return Optional.empty();
        }
        double difference = number.difference();
        return WelchTest.of(number.members(), number.rest())
                .map(test -> new Tested(
                        number.feature(),
                        "",
                        number.members().mean(),
                        number.all().mean(),
                        difference,
                        Math.abs(difference),
                        test.p()));
    }

    private static Optional<Tested> word(Feature feature, WordShares shares) {
        if (shares.members().of() < LEAST || shares.rest().of() < LEAST) {
            return Optional.empty();
        }
        double members = shares.members().value();
        double all = shares.all().value();
        double strength = Math.abs(2 * Math.asin(Math.sqrt(members)) - 2 * Math.asin(Math.sqrt(all)));
        return ProportionTest.of(shares.members(), shares.rest())
                .map(test -> new Tested(feature, shares.word(), members, all, shares.lift(), strength, test.p()));
    }
}
