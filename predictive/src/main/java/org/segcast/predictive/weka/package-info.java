/**
 * Weka (GPL-3.0), and the only package that knows it. Start with {@link org.segcast.predictive.weka.LogisticTrainer}. Never here:
 * scoring; what Weka finds leaves as a model of ours.
 */
package org.segcast.predictive.weka;
