/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.segcast.predictive.comparison.candidate.Candidate;
import org.segcast.predictive.comparison.candidate.Customer;
import org.segcast.predictive.comparison.candidate.Split;

/** Judges segmentations on the same customers: at each judged cut-off by what was learnt at all before it. */
final class Judge {

    /** More would leave too few to learn from. */
    private static final int MOST_JUDGED = 2;

    private final List<CutOff> cutOffs;
    private final List<int[]> ids = new ArrayList<>();
    private final int[] placesBefore;
    private final Resamples resamples;

    Judge(List<CutOff> oldestFirst, long seed) {
        this.cutOffs = oldestFirst;
        Map<String, Integer> known = new HashMap<>();
        oldestFirst.forEach(cutOff -> ids.add(idsOf(cutOff, known)));
        this.placesBefore = places(ids.get(ids.size() - 2), ids.get(ids.size() - 1), known.size());
        this.resamples = new Resamples(known.size(), seed);
    }

    /** The first cut-off that is judged on. */
    int from() {
        return Math.max(1, cutOffs.size() - MOST_JUDGED);
    }

    Trial tried(Candidate candidate) {
        Forecasts forecasts = new Forecasts(ids.subList(from(), ids.size()).stream()
                .mapToInt(each -> each.length)
                .sum());
        int last = cutOffs.size() - 1;
        for (int judged = from(); judged < last; judged++) {
            forecast(candidate, judged, forecasts);
        }
        Reading latest = forecast(candidate, last, forecasts);
        Stability stability = new Stability(latest.before(), latest.segments(), placesBefore, ids.get(last));
        return new Trial(
                candidate,
                latest.halves().segments(),
                resamples.figure(forecasts::logLossGain),
                resamples.figure(forecasts::aucGain),
                resamples.figure(forecasts::revenueExplained),
                resamples.figure(stability::changed),
                stability.rand(),
                new RankKept(
                                cutOffs.get(last),
                                latest.segments(),
                                latest.halves().whole())
                        .value(),
                resamples.each(forecasts::logLossGain));
    }

    /**
     * Who was where.
     *
     * @param segments at the judged cut-off
     * @param before at the one before it
     */
    private record Reading(List<String> segments, List<String> before, Halves halves) {}

    private Reading forecast(Candidate candidate, int judged, Forecasts forecasts) {
        Split split = candidate.learn(cutOffs.get(judged - 1).population());
        List<List<String>> earlier = cutOffs.subList(0, judged).stream()
                .map(cutOff -> split.of(cutOff.population()))
                .toList();
        Halves halves = halves(earlier);
        List<String> segments = split.of(cutOffs.get(judged).population());
        forecasts.add(cutOffs.get(judged), segments, ids.get(judged), halves);
        return new Reading(segments, earlier.get(judged - 1), halves);
    }

    private Halves halves(List<List<String>> earlier) {
        Halves halves = new Halves();
        for (int i = 0; i < earlier.size(); i++) {
            halves.add(cutOffs.get(i), earlier.get(i), ids.get(i));
        }
        return halves;
    }

    private static int[] idsOf(CutOff cutOff, Map<String, Integer> known) {
        List<Customer> customers = cutOff.population().customers();
        int[] ids = new int[customers.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = known.computeIfAbsent(customers.get(i).features().contactId(), id -> known.size());
        }
        return ids;
    }

    private static int[] places(int[] earlier, int[] later, int customers) {
        int[] placeOf = new int[customers];
        Arrays.fill(placeOf, -1);
        for (int i = 0; i < earlier.length; i++) {
            placeOf[earlier[i]] = i;
        }
        return Arrays.stream(later).map(id -> placeOf[id]).toArray();
    }
}
