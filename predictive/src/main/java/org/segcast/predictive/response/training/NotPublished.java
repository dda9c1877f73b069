/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.response.Scope;
import org.segcast.predictive.response.evaluation.Evaluation;

/**
 * Tested, found not good enough, and no model for all customers to fall back on. Of grade C; for a segment B is not enough either, since
 * the model for all customers is C then.
 */
public record NotPublished(Scope scope, Refusal reason, Evaluation tested) implements TrainingOutcome {

    public NotPublished {
        Objects.requireNonNull(scope);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(tested);
    }

    @Override
    public Optional<Evaluation> evaluation() {
        return Optional.of(tested);
    }
}
