/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.score.ScoringModel;

/** One outcome per scope: all customers first, then each segment in the segmentation's order. */
public record TrainingReport(Objective objective, LocalDate asOf, List<TrainingOutcome> outcomes)
        implements TrainingResult {

    public TrainingReport {
        Objects.requireNonNull(objective);
        Objects.requireNonNull(asOf);
        outcomes = List.copyOf(outcomes);
    }

    public List<Published> published() {
        return outcomes.stream()
                .filter(Published.class::isInstance)
                .map(Published.class::cast)
                .toList();
    }

    /** The published models, as the scorer takes them. */
    public List<ScoringModel> models() {
        return published().stream()
                .map(outcome -> new ScoringModel(outcome.card().id(), outcome.scope(), outcome.model()))
                .toList();
    }
}
