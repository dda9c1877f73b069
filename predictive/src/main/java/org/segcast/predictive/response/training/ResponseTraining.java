/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
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

    /** With more examples than this, scopes are trained one after the other, so that memory holds no two of them. */
    private static final int MOST_EXAMPLES_SIDE_BY_SIDE = 50_000;

    private static final Executor NOBODY = task -> {};

    private final Trainer trainer;
    private final long seed;
    private final Executor helpers;

    /** Trains in the caller's thread alone. */
    public ResponseTraining(Trainer trainer, long seed) {
        this(trainer, seed, NOBODY);
    }

    /**
     * @param seed of everything drawn by chance, here and in the trainer
     * @param helpers may take segments off the caller; whether it does has no influence on the result
     */
    public ResponseTraining(Trainer trainer, long seed, Executor helpers) {
        this.trainer = Objects.requireNonNull(trainer);
        this.seed = seed;
        this.helpers = Objects.requireNonNull(helpers);
    }

    /**
     * @param progress told before each scope and at the end
     * @param stopped asked before each scope
     */
    public TrainingResult train(Snapshots snapshots, Consumer<TrainingProgress> progress, BooleanSupplier stopped) {
        ScopeTraining training = new ScopeTraining(trainer, seed, snapshots);
        List<Scope> scopes = Stream.concat(Stream.of(Scope.ALL), snapshots.segments().stream())
                .toList();
        FutureTask<Optional<Trial>> global = new FutureTask<>(() -> globalTrial(training));
        List<FutureTask<TrainingOutcome>> tasks = scopes.stream()
                .map(scope -> new FutureTask<>(() -> outcome(training, scope, global)))
                .toList();
        try {
            List<TrainingOutcome> outcomes = new ArrayList<>();
            for (Scope scope : scopes) {
                if (stopped.getAsBoolean()) {
                    return new TrainingStopped(outcomes.size(), scopes.size());
                }
                progress.accept(new TrainingProgress(outcomes.size(), scopes.size(), scope.name()));
                if (scope.isAll()) {
                    offer(snapshots, tasks.subList(1, tasks.size()));
                    global.run();
                }
                outcomes.add(Tasks.done(tasks.get(outcomes.size())));
            }
            progress.accept(new TrainingProgress(scopes.size(), scopes.size(), "All models trained"));
            return new TrainingReport(
                    snapshots.plan().objective(), snapshots.plan().asOf(), outcomes);
        } finally {
            // what a helper has begun it may end, for nobody; the rest it finds cancelled
            global.cancel(true);
            tasks.forEach(task -> task.cancel(true));
        }
    }

    private void offer(Snapshots snapshots, List<FutureTask<TrainingOutcome>> segments) {
        if (snapshots.training().size() <= MOST_EXAMPLES_SIDE_BY_SIDE) {
            segments.forEach(helpers::execute);
        }
    }

    private static TrainingOutcome outcome(ScopeTraining training, Scope scope, Future<Optional<Trial>> global) {
        return scope.isAll() ? globalOutcome(training, Tasks.result(global)) : segmentOutcome(training, scope, global);
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
    private static TrainingOutcome segmentOutcome(
            ScopeTraining training, Scope segment, Future<Optional<Trial>> global) {
        Optional<Refusal> refusal = training.refusal(segment);
        Optional<Trial> tried = refusal.isPresent() ? Optional.empty() : Optional.of(training.trial(segment));
        Optional<Trial> all = Tasks.result(global);
        boolean fallsBack = all.filter(ResponseTraining::isPublished).isPresent();
        if (refusal.isPresent()) {
            Refusal reason = refusal.get();
            return fallsBack ? UsesGlobal.untested(segment, reason) : new Refused(segment, reason);
        }
        Trial own = tried.orElseThrow();
        Optional<Refusal> objection = training.objection(segment, own, all.orElseThrow());
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
