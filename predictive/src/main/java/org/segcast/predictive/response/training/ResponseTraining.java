/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.segcast.predictive.response.Scope;
import org.segcast.predictive.response.Snapshots;
import org.segcast.predictive.response.Trainer;

/**
 * Trains all scopes: first one model for all customers, then each segment's own. A segment gets its own model only where the
 * minimum-data rules pass on it alone, it forecasts the segment's test customers better than the model for all, and it is of grade A
 * or B; else it uses the model for all, if that one is published.
 */
public final class ResponseTraining {

    private final Trainer trainer;
    private final long seed;

    /**
     * @param seed of everything drawn by chance, here and in the trainer
     */
    public ResponseTraining(Trainer trainer, long seed) {
        this.trainer = Objects.requireNonNull(trainer);
        this.seed = seed;
    }

    /**
     * @param progress told before each scope and at the end
     * @param stopped asked before each scope
     */
    public TrainingResult train(Snapshots snapshots, Consumer<TrainingProgress> progress, BooleanSupplier stopped) {
        ScopeTraining training = new ScopeTraining(trainer, seed, snapshots);
        int total = snapshots.segments().size() + 1;
        List<TrainingOutcome> outcomes = new ArrayList<>();
        Optional<Refusal> refusal = training.refusal(Scope.ALL);
        if (stopped.getAsBoolean()) {
            return new TrainingStopped(0, total);
        }
        progress.accept(new TrainingProgress(0, total, Scope.ALL.name()));
        Optional<Trial> global = refusal.isPresent() ? Optional.empty() : Optional.of(training.trial(Scope.ALL));
        outcomes.add(global.map(trial -> globalOutcome(training, trial))
                .orElseGet(() -> new Refused(Scope.ALL, refusal.orElseThrow())));
        for (Scope segment : snapshots.segments()) {
            if (stopped.getAsBoolean()) {
                return new TrainingStopped(outcomes.size(), total);
            }
            progress.accept(new TrainingProgress(outcomes.size(), total, segment.name()));
            outcomes.add(segmentOutcome(training, segment, global));
        }
        progress.accept(new TrainingProgress(total, total, "All models trained"));
        return new TrainingReport(snapshots.plan().objective(), snapshots.plan().asOf(), outcomes);
    }

    private static TrainingOutcome globalOutcome(ScopeTraining training, Trial trial) {
        return isPublished(trial)
                ? training.publish(Scope.ALL, trial)
                : new NotPublished(Scope.ALL, training.noBetter(trial), trial.evaluation());
    }

    private static TrainingOutcome segmentOutcome(ScopeTraining training, Scope segment, Optional<Trial> global) {
        boolean fallsBack = global.filter(ResponseTraining::isPublished).isPresent();
        Optional<Refusal> refusal = training.refusal(segment);
        if (refusal.isPresent() || global.isEmpty()) {
            Refusal reason = refusal.orElseThrow();
            return fallsBack ? UsesGlobal.untested(segment, reason) : new Refused(segment, reason);
        }
        Trial own = training.trial(segment);
        Optional<Refusal> objection = training.objection(segment, own, global.get());
        if (objection.isEmpty()) {
            return training.publish(segment, own);
        }
        return fallsBack
                ? UsesGlobal.tested(segment, objection.get(), own.evaluation())
                : new NotPublished(segment, objection.get(), own.evaluation());
    }

    private static boolean isPublished(Trial trial) {
        return trial.evaluation().grade().isPublished();
    }
}
