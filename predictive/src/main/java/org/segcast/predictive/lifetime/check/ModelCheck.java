/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.check;

import java.util.Objects;
import org.segcast.predictive.lifetime.model.RepeatModel;
import org.segcast.predictive.lifetime.model.RepeatModelKind;

/**
 * A model fitted to what was known at a cut-off, judged by what came after it.
 *
 * @param model as fitted at the cut-off
 * @param logLikelihood of what it was fitted to
 * @param error of the orders it expected
 * @param logLoss mean surprise at how many orders came of each customer, natural logarithm
 * @param covered the share of customers whose orders lay between the tenths at either end of what it expected
 */
public record ModelCheck(
        RepeatModelKind kind,
        RepeatModel model,
        double logLikelihood,
        ForecastError error,
        double logLoss,
        double covered) {

    public ModelCheck {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(model);
        Objects.requireNonNull(error);
    }
}
