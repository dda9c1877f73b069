/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.response.Direction;
import org.segcast.predictive.response.FeatureWeight;
import org.segcast.predictive.response.ObservationWindow;
import org.segcast.predictive.response.Scope;
import org.segcast.predictive.response.training.Confidence;
import org.segcast.predictive.response.training.ModelCard;
import org.segcast.predictive.response.training.NotPublished;
import org.segcast.predictive.response.training.Published;
import org.segcast.predictive.response.training.Refused;
import org.segcast.predictive.response.training.TrainingOutcome;
import org.segcast.predictive.response.training.TrainingReport;
import org.segcast.predictive.response.training.UsesGlobal;
import org.segcast.predictive.rfm.RfmSegment;

/** Turns what training came to into what people read. */
final class ModelReports {
    private static final Pattern FIRST_CLAUSE = Pattern.compile("[^.:;,]+");

    private final Map<String, String> words;

    ModelReports(FeatureSchema schema) {
        words = schema.features().stream().collect(Collectors.toMap(Feature::name, ModelReports::firstClause));
    }

    private static String firstClause(Feature feature) {
        Matcher clause = FIRST_CLAUSE.matcher(feature.description());
        return clause.find() ? clause.group() : feature.name();
    }

    ModelReport of(TrainingReport training, TrainingOutcome outcome) {
        Scope scope = outcome.scope();
        Optional<ModelCard> card =
                outcome instanceof Published published ? Optional.of(published.card()) : Optional.empty();
        return new ModelReport(
                card.map(ModelCard::id)
                        .orElseGet(() -> training.objective().key() + "-" + scope.key() + "-" + training.asOf()),
                training.objective().key(),
                scope.key(),
                scope.name(),
                RfmSegment.ofKey(scope.key()).map(RfmSegment::colourSlot).orElse(1),
                named(outcome),
                outcome.evaluation().map(evaluation -> evaluation.grade().name()),
                card.filter(published -> published.confidence() == Confidence.LOW)
                        .isPresent(),
                message(outcome),
                training.asOf(),
                outcome.evaluation().map(evaluation -> evaluation(training, evaluation)),
                card.map(this::weights).orElse(List.of()),
                card.map(ModelReports::properties).orElse(List.of()));
    }

    private static String named(TrainingOutcome outcome) {
        if (outcome instanceof Published) {
            return "published";
        }
        if (outcome instanceof UsesGlobal) {
            return "uses_global";
        }
        return outcome instanceof NotPublished ? "not_published" : "refused";
    }

    private static String message(TrainingOutcome outcome) {
        if (outcome instanceof UsesGlobal substituted) {
            return substituted.reason().message();
        }
        if (outcome instanceof NotPublished tested) {
            return tested.reason().message();
        }
        return outcome instanceof Refused refused ? refused.reason().message() : "";
    }

    private static ModelReport.Evaluation evaluation(
            TrainingReport training, org.segcast.predictive.response.evaluation.Evaluation found) {
        ObservationWindow window = training.objective()
                .windowAfter(training.asOf().minusDays(training.objective().windowDays()));
        return new ModelReport.Evaluation(
                found.customers(),
                found.responders(),
                found.baseRate(),
                found.auc(),
                found.logLoss(),
                found.baseRateLogLoss(),
                found.brier(),
                found.top().lift(),
                found.top().ruleLift(),
                found.simpleRule(),
                OptionalDouble.of(found.top().ratioInterval().low()),
                OptionalDouble.of(found.top().ratioInterval().high()),
                window.cutOff(),
                training.asOf(),
                found.gains().stream()
                        .map(point -> new ModelReport.GainPoint(point.contacted(), point.byModel(), point.byRule()))
                        .toList(),
                found.calibration().stream()
                        .map(bin -> new ModelReport.CalibrationBin(
                                bin.forecast(),
                                bin.observed(),
                                bin.interval().low(),
                                bin.interval().high(),
                                bin.customers()))
                        .toList());
    }

    private List<ModelReport.Weight> weights(ModelCard card) {
        return card.topFeatures().stream().map(this::weight).toList();
    }

    private ModelReport.Weight weight(FeatureWeight found) {
        double signed = found.direction() == Direction.LOWERS ? -found.weight() : found.weight();
        return new ModelReport.Weight(found.feature(), words.getOrDefault(found.feature(), found.feature()), signed);
    }

    private static List<ModelReport.Property> properties(ModelCard card) {
        List<ModelReport.Property> properties = new ArrayList<>();
        properties.add(new ModelReport.Property("Objective", card.objective().name()));
        properties.add(new ModelReport.Property("Scope", card.scope().name()));
        properties.add(new ModelReport.Property(
                "Engine",
                card.trainer().name() + " " + card.trainer().version() + ", "
                        + card.trainer().parameters()));
        properties.add(new ModelReport.Property("Seed", Long.toString(card.seed())));
        properties.add(new ModelReport.Property("Knows data up to", card.asOf().toString()));
        properties.add(new ModelReport.Property(
                "Cut-offs learnt from", card.cutOffs().toString().replaceAll("[\\[\\]]", "")));
        properties.add(new ModelReport.Property(
                "Examples",
                String.format(Locale.ROOT, "%d, of which %d responded", card.examples(), card.responders())));
        properties.add(new ModelReport.Property("Feature schema", card.schemaFingerprint()));
        return properties;
    }
}
