/**
 * Which segmentation tells best who responds: each is learnt from earlier cut-offs and judged on later ones. Start with
 * {@link org.segcast.predictive.comparison.Comparison}. Never here: models of single customers, storage.
 */
package org.segcast.predictive.comparison;
