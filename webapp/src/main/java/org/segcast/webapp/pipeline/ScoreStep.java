/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.feature.WithoutNotes;
import org.segcast.predictive.response.score.Scorer;
import org.segcast.predictive.response.score.Scores;
import org.segcast.predictive.response.score.ScoringModel;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.webapp.model.ModelStore;
import org.segcast.webapp.rfm.RfmBook;
import org.segcast.webapp.warehouse.Warehouse;

/** Scores every customer whom a published model covers. */
@Named
@Dependent
public class ScoreStep extends PipelineStep {
    @Inject
    private Warehouse warehouse;

    @Inject
    private ModelStore models;

    @Inject
    private RfmBook rfm;

    @Inject
    private Event<CustomersScored> ended;

    @Override
    Outcome work(Run run) {
        String objective = TrainStep.OBJECTIVE.key();
        FeatureVectors vectors = new WithoutNotes(warehouse.features().vectors().orElseThrow());
        RfmSegmentation segmentation = RfmSegmentation.of(vectors, rfm.inForce());
        List<ScoringModel> published = models.published(run.getId());
        long customers = warehouse.features().count();
        FeatureVectors counted = new Counted(vectors, done -> progress(done, customers));
        Scores scores = new Scorer(TrainStep.OBJECTIVE, run.getAsOf(), published).scores(counted, segmentation::keyOf);
        warehouse.scores().replace(objective, run.getAsOf(), scores);
        progress(customers, customers);
        ended.fire(new CustomersScored(run.getAsOf()));
        long scored = warehouse.scores().count(objective);
        return Outcome.completed(
                published.isEmpty()
                        ? "No model was published, so nobody is scored: see Models for the reasons"
                        : Phrases.count(scored, "customer") + " scored, " + Phrases.count(customers - scored, "contact")
                                + " not");
    }
}
