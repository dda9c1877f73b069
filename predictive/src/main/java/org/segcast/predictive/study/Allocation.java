/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.segcast.predictive.SegcastException;

/**
 * Shares a sample out to strata in proportion to their sizes by largest remainders (Hamilton's method), with at least one person of each stratum that has any, as long as the
 * sample is no smaller than the number of strata. Equal remainders go by name, so that the same strata always get the same.
 */
public final class Allocation {
    private Allocation() {}

    private record Stratum(String name, long size, double exact, long wanted) {
        double remainder() {
            return exact - wanted;
        }

        Stratum with(long change) {
            return new Stratum(name, size, exact, wanted + change);
        }
    }

    /**
     * @param sizes people in each stratum
     * @param sample in all; no more than there are people
     * @return people wanted of each stratum, by name; they add up to the sample
     */
    public static Map<String, Long> of(Map<String, Long> sizes, long sample) {
        long people = sizes.values().stream().mapToLong(Long::longValue).sum();
        if (sample < 0 || sample > people || sizes.values().stream().anyMatch(size -> size < 0)) {
            throw SegcastException.brokenContract(
                    "a sample must be of 0 to " + people + " people in strata of no negative size, found " + sample);
        }
        long strata = sizes.values().stream().filter(size -> size > 0).count();
        long least = sample >= strata ? 1 : 0;
        List<Stratum> shares = new ArrayList<>();
        sizes.forEach((name, size) -> {
            double exact = people == 0 ? 0 : (double) size * sample / people;
            shares.add(new Stratum(name, size, exact, Math.max(Math.min(least, size), (long) exact)));
        });
        settle(shares, sample, least);
        Map<String, Long> wanted = new LinkedHashMap<>();
        shares.stream()
                .sorted(Comparator.comparing(Stratum::name))
                .forEach(share -> wanted.put(share.name(), share.wanted()));
        return wanted;
    }

    /** One by one to whoever is furthest below the exact share, or from whoever is furthest above it. */
    private static void settle(List<Stratum> shares, long sample, long least) {
        Comparator<Stratum> order =
                Comparator.comparingDouble(Stratum::remainder).thenComparing(Stratum::name, Comparator.reverseOrder());
        long open = sample - shares.stream().mapToLong(Stratum::wanted).sum();
        while (open != 0) {
            Stratum next = open > 0
                    ? shares.stream()
                            .filter(s -> s.wanted() < s.size())
                            .max(order)
                            .orElseThrow()
                    : shares.stream().filter(s -> s.wanted() > least).min(order).orElseThrow();
            long change = Long.signum(open);
            shares.set(shares.indexOf(next), next.with(change));
            open -= change;
        }
    }
}
