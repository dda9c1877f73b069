/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.fit;

import java.util.Optional;
import org.segcast.predictive.lifetime.model.RepeatModel;
import org.segcast.predictive.lifetime.model.RepeatModelKind;

/** @param logLikelihood of what it was fitted to */
public record FittedOrders(RepeatModelKind kind, RepeatModel model, double logLikelihood) {

    public static Optional<FittedOrders> of(RepeatModelKind kind, Cohort cohort) {
        return LifetimeFits.orders(kind, cohort)
                .map(model -> new FittedOrders(kind, model, cohort.logLikelihood(model)));
    }
}
