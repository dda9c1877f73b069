/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.predictive.SegcastException;

/**
 * Makes a sample k-anonymous (Sweeney, k-Anonymity, 2002): whoever is told of shares all traits told with at least k - 1 others. The whole sample is made coarser until no more
 * than a twentieth of it would have to be left out, then those few are; at the coarsest all are who still stand out.
 */
public final class Anonymity {
    public static final int LEAST_K = 5;
    private static final int LEFT_OUT_AT_MOST_ONE_IN = 20;

    private final int k;

    /** @param k at least 5 */
    public Anonymity(int k) {
        if (k < LEAST_K) {
            throw SegcastException.brokenContract("k must be at least " + LEAST_K + ", found " + k);
        }
        this.k = k;
    }

    /**
     * @param cells each person's age band, gender, country, zip area and industry in the order of the sample; empty for those left out
     * @param smallestGroup people who share all traits told; 0 where nobody is told of
     */
    public record Told(Coarseness coarseness, List<Optional<List<String>>> cells, long leftOut, long smallestGroup) {
        public Told {
            cells = List.copyOf(cells);
        }
    }

    public Told of(List<Traits> sample) {
        return Arrays.stream(Coarseness.values())
                .map(coarseness -> at(coarseness, sample))
                .filter(told -> told.leftOut() * LEFT_OUT_AT_MOST_ONE_IN <= sample.size())
                .findFirst()
                .orElseGet(() -> at(Coarseness.values()[Coarseness.values().length - 1], sample));
    }

    private Told at(Coarseness coarseness, List<Traits> sample) {
        List<List<String>> all =
                sample.stream().map(each -> each.at(coarseness)).toList();
        Map<List<String>, Long> groups = new HashMap<>();
        all.forEach(cells -> groups.merge(cells, 1L, Long::sum));
        List<Optional<List<String>>> told = new ArrayList<>();
        all.forEach(cells -> told.add(Optional.of(cells).filter(kept -> groups.get(kept) >= k)));
        long leftOut = told.stream().filter(Optional::isEmpty).count();
        long smallest = groups.values().stream()
                .mapToLong(Long::longValue)
                .filter(size -> size >= k)
                .min()
                .orElse(0);
        return new Told(coarseness, told, leftOut, smallest);
    }
}
