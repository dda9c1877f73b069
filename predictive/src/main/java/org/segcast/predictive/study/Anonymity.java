/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.segcast.predictive.SegcastException;

/**
 * Makes a sample k-anonymous (Sweeney, k-Anonymity, 2002): whoever is told of shares all traits told with at least k - 1 others. The whole sample is made coarser until no more
 * than a twentieth of it stands out; of those who still do, traits are hidden, the least telling first, until enough others look the same. Who stands out without any trait is
 * left out, fewer than k people.
 */
public final class Anonymity {
    public static final int LEAST_K = 5;
    private static final int STANDING_OUT_AT_MOST_ONE_IN = 20;

    /** What is hidden of people who stand out, step by step; the country last. */
    private static final List<Set<StudyTrait>> HIDDEN = List.of(
            EnumSet.of(StudyTrait.INDUSTRY),
            EnumSet.of(StudyTrait.INDUSTRY, StudyTrait.ZIP_AREA),
            EnumSet.of(StudyTrait.INDUSTRY, StudyTrait.ZIP_AREA, StudyTrait.AGE_BAND),
            EnumSet.complementOf(EnumSet.of(StudyTrait.COUNTRY)),
            EnumSet.allOf(StudyTrait.class));

    private final int k;

    /** @param k at least 5 */
    public Anonymity(int k) {
        if (k < LEAST_K) {
            throw SegcastException.brokenContract("k must be at least " + LEAST_K + ", found " + k);
        }
        this.k = k;
    }

    /**
     * @param cells each person's traits as {@link StudyTrait} orders them, in the order of the sample; empty for those left out
     * @param hidden people who are told of without some of their traits
     * @param smallestGroup people who share all traits told; 0 where nobody is told of
     */
    public record Told(
            Coarseness coarseness, List<Optional<List<String>>> cells, long hidden, long leftOut, long smallestGroup) {
        public Told {
            cells = List.copyOf(cells);
        }
    }

    public Told of(List<Traits> sample) {
        return Arrays.stream(Coarseness.values())
                .map(coarseness -> at(coarseness, sample))
                .filter(told -> (told.hidden() + told.leftOut()) * STANDING_OUT_AT_MOST_ONE_IN <= sample.size())
                .findFirst()
                .orElseGet(() -> at(Coarseness.values()[Coarseness.values().length - 1], sample));
    }

    private Told at(Coarseness coarseness, List<Traits> sample) {
        List<List<String>> whole =
                sample.stream().map(each -> each.at(coarseness)).toList();
        List<List<String>> cells = whole;
        for (Set<StudyTrait> hidden : HIDDEN) {
            cells = hideOfThoseStandingOut(cells, hidden);
        }
        Map<List<String>, Long> groups = sizes(cells);
        List<Optional<List<String>>> told = cells.stream()
                .map(each -> Optional.of(each).filter(kept -> groups.get(kept) >= k))
                .toList();
        long hidden = IntStream.range(0, told.size())
                .filter(i ->
                        told.get(i).filter(kept -> !kept.equals(whole.get(i))).isPresent())
                .count();
        return new Told(
                coarseness,
                told,
                hidden,
                told.stream().filter(Optional::isEmpty).count(),
                groups.values().stream()
                        .mapToLong(Long::longValue)
                        .filter(size -> size >= k)
                        .min()
                        .orElse(0));
    }

    /** A group is too small as a whole, so that hiding makes no other one smaller. */
    private List<List<String>> hideOfThoseStandingOut(List<List<String>> cells, Set<StudyTrait> hidden) {
        Map<List<String>, Long> groups = sizes(cells);
        return cells.stream()
                .map(each -> groups.get(each) >= k ? each : without(each, hidden))
                .toList();
    }

    private static List<String> without(List<String> cells, Set<StudyTrait> hidden) {
        return Arrays.stream(StudyTrait.values())
                .map(trait -> hidden.contains(trait) ? "" : cells.get(trait.ordinal()))
                .toList();
    }

    private static Map<List<String>, Long> sizes(List<List<String>> cells) {
        return cells.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
