/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.model;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What training for one scope came to.
 *
 * @param scope {@code all} or a segment's key
 * @param outcome {@code published}, {@code not_published}, {@code uses_global} or {@code refused}
 * @param grade A, B or C; empty for a refusal
 * @param message the refusal's or the substitution's reason, in words; empty where published
 * @param lowConfidence few responders: take the grade with care
 */
public record ModelReport(
        String id,
        String objective,
        String scope,
        String scopeName,
        int colour,
        String outcome,
        Optional<String> grade,
        boolean lowConfidence,
        @JsonbProperty("reason") String message,
        LocalDate asOf,
        Optional<Evaluation> evaluation,
        List<Weight> weights,
        List<Property> card) {

    /**
     * Judged on customers and a window of time that training never saw.
     *
     * @param lift responders among the top tenth over responders among all, for the model
     * @param ruleLift the same for the simple rule
     * @param ratioLow lower end of the 90% interval of model over rule
     */
    public record Evaluation(
            long testCustomers,
            long responders,
            double baseRate,
            double auc,
            double logLoss,
            double baseLogLoss,
            double brier,
            double lift,
            double ruleLift,
            String rule,
            OptionalDouble ratioLow,
            OptionalDouble ratioHigh,
            LocalDate cutOff,
            LocalDate until,
            List<GainPoint> gains,
            List<CalibrationBin> calibration) {}

    /** Share of responders reached when contacting this share of customers: by the model, by the simple rule. */
    public record GainPoint(double contacted, double byModel, double byRule) {}

    /** Customers with about this predicted chance, and how many of them responded, with a 95% interval. */
    public record CalibrationBin(double predicted, double observed, double low, double high, long customers) {}

    /**
     * How much one measure counts.
     *
     * @param description in a few words
     * @param weight share of all weights; positive raises the chance
     */
    public record Weight(String feature, String description, double weight) {}

    public record Property(String name, String value) {}
}
