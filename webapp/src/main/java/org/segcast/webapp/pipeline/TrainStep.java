/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.CancellationException;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.RfmAtCutOff;
import org.segcast.predictive.response.SnapshotBuilder;
import org.segcast.predictive.response.Snapshots;
import org.segcast.predictive.response.training.ResponseTraining;
import org.segcast.predictive.response.training.TrainingReport;
import org.segcast.predictive.response.training.TrainingResult;
import org.segcast.predictive.weka.LogisticTrainer;
import org.segcast.webapp.model.ModelStore;
import org.segcast.webapp.rfm.RfmBook;
import org.segcast.webapp.settings.Settings;
import org.segcast.webapp.warehouse.Warehouse;

/** Trains the objective's models, for all customers and per segment, and keeps what it came to. */
// one helper: the model for all customers takes about as long as those of all segments together
@ManagedExecutorDefinition(name = TrainStep.HELPER, maxAsync = 1)
@Named
@Dependent
public class TrainStep extends PipelineStep {
    /** The one objective of this version. */
    public static final Objective OBJECTIVE = Objective.REORDER_60;

    static final String HELPER = "java:module/concurrent/training";
    private static final long SEED = 1;

    @Resource(lookup = HELPER)
    private ManagedExecutorService helper;

    @Inject
    private Warehouse warehouse;

    @Inject
    private ModelStore models;

    @Inject
    private RfmBook rfm;

    @Inject
    private Settings settings;

    @Override
    Outcome work(Run run) {
        PurchaseHistories histories = warehouse.histories();
        FeatureExtractor extractor = new FeatureExtractor(histories);
        Snapshots snapshots = new SnapshotBuilder(extractor, new RfmAtCutOff(rfm.inForce()))
                .build(histories, run.getAsOf(), OBJECTIVE);
        LogisticTrainer trainer = new LogisticTrainer(settings.home().resolve("weka"));
        TrainingResult result = new ResponseTraining(trainer, SEED, helper)
                .train(snapshots, told -> progress(told.done(), told.total()), this::stopping);
        if (result instanceof TrainingReport report) {
            models.keep(run.getId(), report, extractor.schema());
            long published = report.published().size();
            return Outcome.completed(Phrases.count(published, "model") + " published, "
                    + (report.outcomes().size() - published) + " not: see Models for the reasons");
        }
        progress(0, 0);
        throw new CancellationException();
    }
}
