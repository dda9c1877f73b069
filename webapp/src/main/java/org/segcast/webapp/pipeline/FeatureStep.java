/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.segcast.predictive.feature.ExtractedFeatures;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.text.NoteVocabulary;
import org.segcast.predictive.text.NoteVocabularySearch;
import org.segcast.predictive.weka.WekaTerms;
import org.segcast.webapp.settings.Settings;
import org.segcast.webapp.warehouse.Warehouse;

/** Computes everybody's features as of the run's date, in one ordered pass. */
@Named
@Dependent
public class FeatureStep extends PipelineStep {
    @Inject
    private Warehouse warehouse;

    @Inject
    private Settings settings;

    @Override
    Outcome work(Run run) {
        PurchaseHistories histories = warehouse.histories();
        FeatureExtractor extractor = new FeatureExtractor(histories, noted(histories));
        long contacts = warehouse.mirror().contactIds(true).size();
        PurchaseHistories counted = new CountedHistories(histories, done -> progress(done, contacts));
        warehouse.features().renew(new ExtractedFeatures(counted, extractor, run.getAsOf()));
        progress(contacts, contacts);
        return Outcome.completed(Phrases.count(contacts, "contact") + ", "
                + Phrases.count(extractor.schema().features().size(), "measure") + " each");
    }

    private NoteVocabulary noted(PurchaseHistories histories) {
        WekaTerms candidates = new WekaTerms(settings.home().resolve("weka"));
        return new NoteVocabularySearch(candidates, warehouse.mirror()::wordsOfNames).in(histories);
    }
}
