/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.fit;

import java.util.List;
import java.util.Optional;
import org.segcast.predictive.lifetime.model.GammaGamma;
import org.segcast.predictive.lifetime.model.RepeatModel;
import org.segcast.predictive.lifetime.model.RepeatModelKind;
import org.segcast.predictive.lifetime.model.RepeatSpend;

/** Fits the models by maximum likelihood; the same customers give the same model, or none where the search for its parameters gives up. */
public final class LifetimeFits {
    private static final double[] ORDERS_START = {1, 10, 1, 10};
    private static final double[] SPEND_START = {1, 1, 10};

    private LifetimeFits() {}

    public static Optional<RepeatModel> orders(RepeatModelKind kind, Cohort cohort) {
        return MaximumLikelihood.parameters(ORDERS_START, parameters -> cohort.logLikelihood(kind.with(parameters)))
                .map(kind::with);
    }

    public static Optional<GammaGamma> spend(List<RepeatSpend> customers) {
        return MaximumLikelihood.parameters(
                        SPEND_START, parameters -> spend(parameters).logLikelihood(customers))
                .map(LifetimeFits::spend);
    }

    private static GammaGamma spend(double[] parameters) {
        return new GammaGamma(parameters[0], 1 + parameters[1], parameters[2]);
    }
}
