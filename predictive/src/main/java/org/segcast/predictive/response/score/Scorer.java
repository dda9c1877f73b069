/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.feature.PurchaseFeature;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.Scope;

/**
 * Scores every customer (contacts with an order) whose segment has a model, its own or the one for all; the others get no score. The
 * matrix is read twice: once for the chances, which bands and percentiles need all of, and once for the reasons.
 */
public final class Scorer {

    private final Objective objective;
    private final LocalDate asOf;
    private final Map<String, ScoringModel> models = new HashMap<>();

    public Scorer(Objective objective, LocalDate asOf, List<ScoringModel> published) {
        this.objective = Objects.requireNonNull(objective);
        this.asOf = Objects.requireNonNull(asOf);
        published.forEach(model -> SegcastException.require(
                models.put(model.scope().key(), model) == null,
                "a scope must have one model, found two for " + model.scope().key()));
    }

    /**
     * @param segmentOf the segment key of each customer, as of the same date
     */
    public Scores scores(FeatureVectors vectors, Function<FeatureVector, String> segmentOf) {
        return sink -> score(vectors, segmentOf, sink);
    }

    private void score(FeatureVectors vectors, Function<FeatureVector, String> segmentOf, Consumer<Score> sink) {
        Standings standings = new Standings();
        forEachScored(
                vectors,
                segmentOf,
                (vector, segment, model) -> standings.add(model.model().probability(vector)));
        standings.close();
        Reasons reasons = new Reasons(vectors.schema());
        forEachScored(vectors, segmentOf, (vector, segment, model) -> {
            Standings.Standing standing = standings.next();
            sink.accept(new Score(
                    vector.contactId(),
                    objective.key(),
                    segment,
                    standing.probability(),
                    standing.band(),
                    standing.percentile(),
                    model.id(),
                    asOf,
                    reasons.of(model.model(), vector)));
        });
    }

    private void forEachScored(FeatureVectors vectors, Function<FeatureVector, String> segmentOf, Scored scored) {
        FeatureSchema schema = vectors.schema();
        int orders = schema.numericIndex(PurchaseFeature.ORDER_COUNT.key());
        vectors.forEach(vector -> {
            if (vector.numeric(orders) > 0) {
                String segment = segmentOf.apply(vector);
                modelFor(segment).ifPresent(model -> scored.accept(vector, segment, model));
            }
        });
    }

    private Optional<ScoringModel> modelFor(String segment) {
        ScoringModel own = models.get(segment);
        return Optional.ofNullable(own == null ? models.get(Scope.ALL.key()) : own);
    }

    private interface Scored {
        void accept(FeatureVector vector, String segment, ScoringModel model);
    }
}
