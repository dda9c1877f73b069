/**
 * Recency, frequency and monetary value as quantile ranks, and the segments marketers know. Start with
 * {@link org.segcast.predictive.rfm.RfmSegmentation}; the map from ranks to names is {@link org.segcast.predictive.rfm.RfmGrid}.
 * Never here: storage, models, the recency and frequency of Fader and Hardie (these live in {@code lifetime}).
 */
package org.segcast.predictive.rfm;
