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
import org.segcast.predictive.response.evaluation.Interval;

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

    /** What one came to, with its gain in every resample. */
    record Trial(
            Candidate candidate,
            int segments,
            Forecasts forecasts,
            Stability stability,
            RankKept rank,
            double[] gains) {}

    /** The first cut-off that is judged on. */
    int from() {
        return Math.max(1, cutOffs.size() - MOST_JUDGED);
    }

    Trial tried(Candidate candidate) {
        Forecasts forecasts = new Forecasts(ids.subList(from(), ids.size()).stream()
                .mapToInt(each -> each.length)
                .sum());
        Trial last = null;
        for (int i = from(); i < cutOffs.size(); i++) {
            last = tried(candidate, i, forecasts);
        }
        return last;
    }

    private Trial tried(Candidate candidate, int judged, Forecasts forecasts) {
        Split split = candidate.learn(cutOffs.get(judged - 1).population());
        List<List<String>> earlier = cutOffs.subList(0, judged).stream()
                .map(cutOff -> split.of(cutOff.population()))
                .toList();
        Halves halves = halves(earlier);
        CutOff later = cutOffs.get(judged);
        List<String> segments = split.of(later.population());
        forecasts.add(later, segments, ids.get(judged), halves);
        boolean isLast = judged == cutOffs.size() - 1;
        return new Trial(
                candidate,
                halves.segments(),
                forecasts,
                new Stability(earlier.get(judged - 1), segments, isLast ? placesBefore : new int[0], ids.get(judged)),
                new RankKept(later, segments, ids.get(judged), halves.whole()),
                isLast ? resamples.each(forecasts::logLossGain) : new double[0]);
    }

    private Halves halves(List<List<String>> earlier) {
        Halves halves = new Halves();
        for (int i = 0; i < earlier.size(); i++) {
            halves.add(cutOffs.get(i), earlier.get(i), ids.get(i));
        }
        return halves;
    }

    /** @param first the best of all */
    Standing standing(Trial trial, Trial first) {
        double[] behind = new double[Resamples.COUNT];
        for (int i = 0; i < behind.length; i++) {
            behind[i] = first.gains()[i] - trial.gains()[i];
        }
        return new Standing(
                trial.candidate().key(),
                trial.candidate().name(),
                trial.candidate().kind(),
                trial.segments(),
                resamples.figure(trial.forecasts()::logLossGain),
                resamples.figure(trial.forecasts()::aucGain),
                resamples.figure(trial.forecasts()::revenueExplained),
                resamples.figure(trial.stability()::changed),
                resamples.figure(trial.stability()::rand),
                resamples.figure(trial.rank()::of),
                new Figure(gain(first) - gain(trial), middle90(behind)));
    }

    double gain(Trial trial) {
        return resamples.ofAll(trial.forecasts()::logLossGain);
    }

    private static Interval middle90(double[] figures) {
        return Interval.middle90(figures);
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
