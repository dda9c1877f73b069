/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
        List<Scope> scopes = Stream.concat(Stream.of(Scope.ALL), snapshots.segments().stream())
                .toList();
        List<TrainingOutcome> outcomes = new ArrayList<>();
        Optional<Trial> global = Optional.empty();
        for (Scope scope : scopes) {
            if (stopped.getAsBoolean()) {
                return new TrainingStopped(outcomes.size(), scopes.size());
            }
            progress.accept(new TrainingProgress(outcomes.size(), scopes.size(), scope.name()));
            if (scope.isAll()) {
                global = globalTrial(training);
            }
            outcomes.add(scope.isAll() ? globalOutcome(training, global) : segmentOutcome(training, scope, global));
        }
        progress.accept(new TrainingProgress(scopes.size(), scopes.size(), "All models trained"));
        return new TrainingReport(snapshots.plan().objective(), snapshots.plan().asOf(), outcomes);
    }

    private static Optional<Trial> globalTrial(ScopeTraining training) {
        return training.refusal(Scope.ALL).isPresent() ? Optional.empty() : Optional.of(training.trial(Scope.ALL));
    }

    private static TrainingOutcome globalOutcome(ScopeTraining training, Optional<Trial> tried) {
        if (tried.isEmpty()) {
            return new Refused(Scope.ALL, training.refusal(Scope.ALL).orElseThrow());
        }
        Trial trial = tried.get();
        return isPublished(trial)
                ? training.publish(Scope.ALL, trial)
                : new NotPublished(Scope.ALL, training.noBetter(trial), trial.evaluation());
    }

    /** Whatever refuses all customers refuses each part of them, so behind a refusal check there is a global trial. */
    private static TrainingOutcome segmentOutcome(ScopeTraining training, Scope segment, Optional<Trial> global) {
        boolean fallsBack = global.filter(ResponseTraining::isPublished).isPresent();
        Optional<Refusal> refusal = training.refusal(segment);
        if (refusal.isPresent()) {
            Refusal reason = refusal.get();
            return fallsBack ? UsesGlobal.untested(segment, reason) : new Refused(segment, reason);
        }
        Trial own = training.trial(segment);
        Optional<Refusal> objection = training.objection(segment, own, global.orElseThrow());
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
