/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.segcast.predictive.comparison.candidate.Candidate;
import org.segcast.predictive.comparison.candidate.PastTotals;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.ObservationPlan;

/**
 * Which segmentation tells best who responds. Each gives its segments' response rates at earlier cut-offs, drawn towards the rate of all by {@link Credibility}, and is
 * judged by them at later ones, so that many small segments gain nothing by chance. Equal data, seed and as-of give an equal result.
 */
public final class Comparison {

    /** Enough for intervals of a few thousandths, few enough for a small heap. */
    public static final int MOST_CUSTOMERS = 20_000;

    /** As for models: 40 responses and 40 others to learn from (Dynamics 365), 20 of each to judge on. */
    private static final int TO_LEARN = 40;

    private static final int TO_JUDGE = 20;

    private final FeatureExtractor extractor;
    private final PastTotals totals;
    private final long seed;

    /**
     * @param totals that rules among the candidates ask for
     * @param seed of the resampling
     */
    public Comparison(FeatureExtractor extractor, PastTotals totals, long seed) {
        this.extractor = extractor;
        this.totals = totals;
        this.seed = seed;
    }

    /**
     * @param progress told how many candidates are done
     * @param stopped asked before each
     */
    public ComparisonResult compare(
            PurchaseHistories histories,
            LocalDate asOf,
            Objective objective,
            List<Candidate> candidates,
            IntConsumer progress,
            BooleanSupplier stopped) {
        CutOffs seen = CutOffs.of(histories, extractor, totals, asOf, objective, MOST_CUSTOMERS);
        Optional<String> refusal = refusal(seen, objective);
        if (refusal.isPresent()) {
            return new ComparisonResult.Refused(refusal.get());
        }
        Judge judge = new Judge(seen.oldestFirst(), seed);
        List<Trial> trials = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (stopped.getAsBoolean()) {
                return new ComparisonResult.Stopped();
            }
            trials.add(judge.tried(candidate));
            progress.accept(trials.size());
        }
        return report(seen, asOf, objective, judge, trials);
    }

    private ComparisonResult report(
            CutOffs seen, LocalDate asOf, Objective objective, Judge judge, List<Trial> trials) {
        Comparator<Trial> bestFirst =
                Comparator.comparingDouble(trial -> -trial.logLossGain().value());
        List<Trial> ranked = trials.stream()
                .sorted(bestFirst
                        .thenComparingInt(Trial::segments)
                        .thenComparing(trial -> trial.candidate().key()))
                .toList();
        List<CutOff> judged =
                seen.oldestFirst().subList(judge.from(), seen.oldestFirst().size());
        return new ComparisonResult.Report(
                asOf,
                objective,
                seed,
                judged.stream().map(CutOff::day).toList(),
                judged.stream().mapToInt(cutOff -> cutOff.outcomes().size()).sum(),
                judged.stream().mapToInt(CutOff::responders).sum(),
                new BestOfMany(ranked).standings());
    }

    private static Optional<String> refusal(CutOffs seen, Objective objective) {
        int count = seen.oldestFirst().size();
        if (count < 2) {
            return Optional.of(text(
                    "The order history is too short to compare. It reaches back %,d days; we need at least %,d. Sync older"
                            + " orders, or try again later.",
                    seen.reachDays(), ObservationPlan.daysNeeded(objective)));
        }
        CutOff first = seen.oldestFirst().get(0);
        CutOff last = seen.oldestFirst().get(count - 1);
        return tooFew(first, TO_LEARN, "learn from", objective)
                .or(() -> tooFew(last, TO_JUDGE, "judge fairly", objective));
    }

    private static Optional<String> tooFew(CutOff cutOff, int needed, String purpose, Objective objective) {
        int responders = cutOff.responders();
        int customers = cutOff.outcomes().size();
        if (responders < needed) {
            return Optional.of(text(
                    "Too few orders to %s. %,d of %,d customers ordered within %d days; we need at least %d. Ask about a"
                            + " longer window, or try again when there are more orders.",
                    purpose, responders, customers, objective.windowDays(), needed));
        }
        return customers - responders < needed
                ? Optional.of(text(
                        "Nearly everybody orders, so there is too little to %s. %,d of %,d customers did not order within %d"
                                + " days; we need at least %d. Ask about a shorter window.",
                        purpose, customers - responders, customers, objective.windowDays(), needed))
                : Optional.empty();
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
