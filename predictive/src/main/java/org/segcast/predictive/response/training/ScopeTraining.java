/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import java.util.Locale;
import java.util.Optional;
import org.segcast.predictive.response.Dataset;
import org.segcast.predictive.response.DatasetDigest;
import org.segcast.predictive.response.ResponseModel;
import org.segcast.predictive.response.Scope;
import org.segcast.predictive.response.Snapshots;
import org.segcast.predictive.response.Trainer;
import org.segcast.predictive.response.evaluation.Baseline;
import org.segcast.predictive.response.evaluation.Evaluator;
import org.segcast.predictive.response.evaluation.Grade;
import org.segcast.predictive.response.evaluation.LogLoss;
import org.segcast.predictive.response.evaluation.TopCustomers;

/** Trains, tests and publishes one scope. */
final class ScopeTraining {

    private static final int TOP_FEATURES = 10;

    private final Trainer trainer;
    private final long seed;
    private final Snapshots snapshots;
    private final MinimumExamples minimum;

    ScopeTraining(Trainer trainer, long seed, Snapshots snapshots) {
        this.trainer = trainer;
        this.seed = seed;
        this.snapshots = snapshots;
        this.minimum = new MinimumExamples(snapshots);
    }

    /** Why there is too little, if so. */
    Optional<Refusal> refusal(Scope scope) {
        return minimum.check(scope, training(scope), test(scope));
    }

    Trial trial(Scope scope) {
        ResponseModel model = trainer.train(training(scope), seed);
        Baseline baseline = Baseline.choose(training(scope));
        return new Trial(model, new Evaluator(seed).evaluate(model, baseline, test(scope)));
    }

    /**
     * Why a segment's own model is not worth having, if so: a better forecast of its customers is asked for, and a grade. Where the
     * model for all is no better than the rule, one of many segments looks better by luck too easily, so there only an A counts.
     */
    Optional<Refusal> objection(Scope scope, Trial own, Trial global) {
        boolean fallsBack = global.evaluation().grade().isPublished();
        String instead = fallsBack
                ? "The model for all customers is used here; nothing to do."
                : "Use the simple rule here, and train again when there are more orders.";
        double ownLoss = own.evaluation().logLoss();
        double globalLoss = LogLoss.of(global.model(), test(scope));
        if (ownLoss >= globalLoss) {
            return Optional.of(globalIsBetter(ownLoss, globalLoss, instead));
        }
        Grade grade = own.evaluation().grade();
        boolean isWorthIt = fallsBack ? grade.isPublished() : grade == Grade.A;
        return isWorthIt ? Optional.empty() : Optional.of(noBetter(own, instead));
    }

    private static Refusal globalIsBetter(double ownLoss, double globalLoss, String instead) {
        String message = String.format(
                Locale.ROOT,
                "A model of its own forecasts this segment less well than one for all customers: forecast error %.3f against"
                        + " %.3f. %s",
                ownLoss,
                globalLoss,
                instead);
        return new Refusal(Refusal.Code.GLOBAL_FORECASTS_BETTER, message);
    }

    Refusal noBetter(Trial trial) {
        return noBetter(trial, "Use the rule, and train again when there are more orders.");
    }

    private static Refusal noBetter(Trial trial, String instead) {
        TopCustomers top = trial.evaluation().top();
        String message = String.format(
                Locale.ROOT,
                "%s, “%s”. Of the %,d customers the model puts first, %,d ordered; by the rule it is" + " %,d. %s",
                trial.evaluation().grade().isPublished()
                        ? "Not surely better than the simple rule"
                        : "No better than the simple rule",
                trial.evaluation().simpleRule(),
                top.size(),
                top.responders(),
                top.ruleResponders(),
                instead);
        return new Refusal(Refusal.Code.NO_BETTER_THAN_RULE, message);
    }

    /** Fits once more with the test window included. */
    Published publish(Scope scope, Trial trial) {
        Dataset all = training(scope).plus(test(scope));
        ResponseModel model = trainer.train(all, seed);
        return new Published(
                new ModelCard(
                        id(scope, all),
                        snapshots.plan().objective(),
                        scope,
                        trainer.description(),
                        seed,
                        snapshots.plan().asOf(),
                        all.schema().fingerprint(),
                        all.cutOffs(),
                        all.size(),
                        all.responders(),
                        Confidence.of(training(scope).responders()),
                        trial.evaluation(),
                        model.weights().stream().limit(TOP_FEATURES).toList()),
                model);
    }

    private String id(Scope scope, Dataset all) {
        DatasetDigest digest = new DatasetDigest()
                .add(snapshots.plan().objective().toString())
                .add(scope.key())
                .add(snapshots.plan().asOf().toString())
                .add(trainer.description().toString())
                .add(Long.toString(seed))
                .add(all);
        return scope.key() + "-" + digest.hex();
    }

    private Dataset training(Scope scope) {
        return scope.isAll() ? snapshots.training() : snapshots.training().ofSegment(scope.key());
    }

    private Dataset test(Scope scope) {
        return scope.isAll() ? snapshots.test() : snapshots.test().ofSegment(scope.key());
    }
}
