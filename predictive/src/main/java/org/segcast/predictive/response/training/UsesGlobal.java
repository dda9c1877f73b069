/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.response.Scope;
import org.segcast.predictive.response.evaluation.Evaluation;

/** A segment that is scored by the model for all customers, and why. */
public final class UsesGlobal implements TrainingOutcome {

    private final Scope scope;
    private final Refusal reason;
    private final Optional<Evaluation> evaluation;

    private UsesGlobal(Scope scope, Refusal reason, Optional<Evaluation> evaluation) {
        this.scope = Objects.requireNonNull(scope);
        this.reason = Objects.requireNonNull(reason);
        this.evaluation = evaluation;
    }

    /** There was too little for a model of its own. */
    static UsesGlobal untested(Scope scope, Refusal reason) {
        return new UsesGlobal(scope, reason, Optional.empty());
    }

    /** Its own model was tested and is not the better one. */
    static UsesGlobal tested(Scope scope, Refusal reason, Evaluation evaluation) {
        return new UsesGlobal(scope, reason, Optional.of(evaluation));
    }

    @Override
    public Scope scope() {
        return scope;
    }

    public Refusal reason() {
        return reason;
    }

    @Override
    public Optional<Evaluation> evaluation() {
        return evaluation;
    }
}
