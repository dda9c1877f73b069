/**
 * What is known of a contact as of a date, as named and typed numbers and words. Start with
 * {@link org.segcast.predictive.feature.FeatureExtractor}; every measure is in {@link org.segcast.predictive.feature.PurchaseFeature}.
 * Never here: anything dated after the as-of date, a database, a model.
 */
package org.segcast.predictive.feature;
