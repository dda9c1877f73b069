/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.response.Scope;
import org.segcast.predictive.response.evaluation.Evaluation;

/** Too little to learn from or to test on, and no model for all customers to fall back on. */
public record Refused(Scope scope, Refusal reason) implements TrainingOutcome {

    public Refused {
        Objects.requireNonNull(scope);
        Objects.requireNonNull(reason);
    }

    @Override
    public Optional<Evaluation> evaluation() {
        return Optional.empty();
    }
}
