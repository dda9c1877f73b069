/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.response.Scope;
import org.segcast.predictive.response.linear.ModelCodec;
import org.segcast.predictive.response.score.ScoringModel;
import org.segcast.predictive.response.training.Published;
import org.segcast.predictive.response.training.TrainingOutcome;
import org.segcast.predictive.response.training.TrainingReport;
import org.segcast.webapp.connection.ConnectionRemoved;
import org.segcast.webapp.connection.Connections;

/** Keeps what training came to, run by run. */
@ApplicationScoped
@Transactional
public class ModelStore {
    private final ModelCodec codec = new ModelCodec();
    private final Jsonb json = JsonbBuilder.create();

    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Connections connections;

    /** Replaces the run's reports; the schema gives the measures their words. */
    public void keep(long runId, TrainingReport training, FeatureSchema schema) {
        state.createQuery("delete from StoredModel m where m.runId = :run")
                .setParameter("run", runId)
                .executeUpdate();
        ModelReports reports = new ModelReports(schema);
        int place = 0;
        for (TrainingOutcome outcome : training.outcomes()) {
            ModelReport report = reports.of(training, outcome);
            Optional<byte[]> bytes = outcome instanceof Published published
                    ? Optional.of(codec.write(published.model()))
                    : Optional.empty();
            state.persist(new StoredModel(
                    runId,
                    place++,
                    connections.source(),
                    report.id(),
                    outcome.scope().key(),
                    json.toJson(report),
                    bytes));
        }
    }

    /** With a CRM's data goes what was learnt from it. */
    void forget(@Observes ConnectionRemoved gone) {
        if (gone.withData()) {
            state.createQuery("delete from StoredModel m where m.source = :source")
                    .setParameter("source", gone.source())
                    .executeUpdate();
        }
    }

    /** The run's published models, as the scorer takes them. */
    public List<ScoringModel> published(long runId) {
        return stored(runId).stream()
                .filter(stored -> stored.model().isPresent())
                .map(stored -> new ScoringModel(
                        stored.id(),
                        new Scope(stored.scope(), stored.scope()),
                        codec.read(stored.model().orElseThrow())))
                .toList();
    }

    /** The latest reports over the connected CRM. */
    List<ModelReport> latest() {
        return state.createQuery(
                        "select m from StoredModel m where m.runId ="
                                + " (select max(l.runId) from StoredModel l where l.source = :source) order by m.place",
                        StoredModel.class)
                .setParameter("source", connections.source())
                .getResultStream()
                .map(stored -> json.fromJson(stored.report(), ModelReport.class))
                .toList();
    }

    /** Whichever run over the connected CRM it came from, so that a score finds its model while a newer training is on its way. */
    Optional<ModelReport> find(String id) {
        return state.createQuery(
                        "select m from StoredModel m where m.source = :source and m.id = :id order by m.runId desc",
                        StoredModel.class)
                .setParameter("source", connections.source())
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultStream()
                .map(stored -> json.fromJson(stored.report(), ModelReport.class))
                .findFirst();
    }

    private List<StoredModel> stored(long runId) {
        return state.createQuery("select m from StoredModel m where m.runId = :run order by m.place", StoredModel.class)
                .setParameter("run", runId)
                .getResultList();
    }
}
