/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.response.ResponseModel;
import org.segcast.predictive.response.Scope;
import org.segcast.predictive.response.evaluation.Evaluation;

/** A model of grade A or B. */
public record Published(ModelCard card, ResponseModel model) implements TrainingOutcome {

    public Published {
        Objects.requireNonNull(card);
        card.grade();
        model.schema();
    }

    @Override
    public Scope scope() {
        return card.scope();
    }

    @Override
    public Optional<Evaluation> evaluation() {
        return Optional.of(card.evaluation());
    }
}
