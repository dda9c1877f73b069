/**
 * What we infer from purchase histories: features, segments, models, scores.
 *
 * <p>Start with {@link org.segcast.predictive.history.PurchaseHistories}, the port everything is read through. The steps, in their
 * order, are one call each and pure functions of (sorted histories, as-of date, model):
 *
 * <pre>{@code
 * var extractor = new FeatureExtractor(histories.attributes());
 * featureStore.replace(new ExtractedFeatures(histories, extractor, asOf), asOf);                      // features
 * var rfm = RfmSegmentation.of(featureStore.vectors());                                               // segments
 * membershipStore.replace("rfm", asOf, rfm.assignments(featureStore.vectors()));
 * var snapshots = new SnapshotBuilder(extractor, new RfmAtCutOff()).build(histories, asOf, Objective.REORDER_60);
 * var result = new ResponseTraining(new LogisticTrainer(wekaHome), settings).train(snapshots, progress, cancelled); // train
 * var scorer = new Scorer(Objective.REORDER_60, asOf, report.models());                               // score
 * scoreStore.replace("reorder_60", asOf, scorer.scores(featureStore.vectors(), rfm::keyOf));
 * }</pre>
 *
 * <p>Never here: a CRM, a container, a clock, unseeded randomness.
 */
package org.segcast.predictive;
