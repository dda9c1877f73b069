/**
 * What we infer from purchase histories: features, segments, models, scores.
 *
 * <p>Start with {@link org.segcast.predictive.history.PurchaseHistories}, the port everything is read through. The steps, in their
 * order, are one call each and pure functions of (sorted histories, as-of date, model):
 *
 * <pre>{@code
 * var extractor = new FeatureExtractor(histories);
 * FeatureVectors features = featureStore.replace(new ExtractedFeatures(histories, extractor, asOf), asOf);   // features
 * RfmSegmentation rfm = RfmSegmentation.of(features);                                                         // segments
 * membershipStore.replace("rfm", asOf, sink -> features.forEach(v -> sink.accept(v.contactId(), rfm.keyOf(v))));
 * Snapshots snapshots = new SnapshotBuilder(extractor, new RfmAtCutOff()).build(histories, asOf, Objective.REORDER_60);
 * TrainingResult result = new ResponseTraining(new LogisticTrainer(wekaHome), seed).train(snapshots, progress, stopped); // train
 * Scorer scorer = new Scorer(Objective.REORDER_60, asOf, report.models());                                    // score
 * scoreStore.replace("reorder_60", asOf, scorer.scores(features, rfm::keyOf));
 * }</pre>
 *
 * <p>Never here: a CRM, a container, a clock, unseeded randomness.
 */
package org.segcast.predictive;
