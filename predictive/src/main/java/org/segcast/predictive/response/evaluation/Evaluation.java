/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

import java.util.List;
import java.util.Objects;

/**
 * A model's figures on the test customers, whose outcomes lie after everything it learnt from.
 *
 * @param customers tested, of whom {@code responders} responded; {@code baseRate} is their share
 * @param auc chance that a responder stands above a non-responder; 0.5 is guessing
 * @param aucInterval its middle 90% over resampled test customers
 * @param aucGain middle 90% of the AUC minus the simple rule's, over the same resamples
 * @param logLoss average negative log-likelihood of the forecasts, in nats; lower is better
 * @param baseRateLogLoss the same if everybody were forecast the training examples' base rate
 * @param brier average squared error of the forecasts
 * @param top whom one would call first
 * @param simpleRule the rule it was measured against, in words
 * @param gains 21 points from nobody to everybody contacted
 * @param calibration ten bins, fewer below ten customers
 */
public record Evaluation(
        int customers,
        int responders,
        double baseRate,
        double auc,
        Interval aucInterval,
        double ruleAuc,
        Interval aucGain,
        double logLoss,
        double baseRateLogLoss,
        double brier,
        TopCustomers top,
        String simpleRule,
        List<GainsPoint> gains,
        List<CalibrationBin> calibration) {

    public Evaluation {
        Objects.requireNonNull(aucInterval);
        Objects.requireNonNull(aucGain);
        Objects.requireNonNull(top);
        Objects.requireNonNull(simpleRule);
        gains = List.copyOf(gains);
        calibration = List.copyOf(calibration);
    }

    public Grade grade() {
        return Grade.of(this);
    }
}
