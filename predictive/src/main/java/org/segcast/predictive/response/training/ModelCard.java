/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.segcast.predictive.response.FeatureWeight;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.Scope;
import org.segcast.predictive.response.TrainerDescription;
import org.segcast.predictive.response.evaluation.Evaluation;
import org.segcast.predictive.response.evaluation.Grade;

/**
 * Where a model comes from and how far to trust it. Its evaluation is that of the procedure: a model learnt from the training windows
 * only, tested on the window after them. The published model is then fitted once more with that window included, since the latest
 * behaviour is the most like tomorrow's.
 *
 * @param id follows from objective, scope, as-of, engine, seed, schema and examples: equal input, equal id
 * @param asOf the last day it knows of
 * @param cutOffs of the examples of the published model, ascending
 * @param examples customers times cut-offs it was fitted to, of which {@code responders} responded
 * @param topFeatures the strongest ten, strongest first
 */
public record ModelCard(
        String id,
        Objective objective,
        Scope scope,
        TrainerDescription trainer,
        long seed,
        LocalDate asOf,
        String schemaFingerprint,
        List<LocalDate> cutOffs,
        int examples,
        int responders,
        Confidence confidence,
        Evaluation evaluation,
        List<FeatureWeight> topFeatures) {

    public ModelCard {
        Objects.requireNonNull(id);
        Objects.requireNonNull(objective);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(trainer);
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(schemaFingerprint);
        Objects.requireNonNull(confidence);
        Objects.requireNonNull(evaluation);
        cutOffs = List.copyOf(cutOffs);
        topFeatures = List.copyOf(topFeatures);
    }

    public Grade grade() {
        return evaluation.grade();
    }
}
