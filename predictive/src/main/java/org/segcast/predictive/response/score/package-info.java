/**
 * Scores customers with published models and says why, in words. Start with
 * {@link org.segcast.predictive.response.score.Scorer}; every word of a reason is in
 * {@link org.segcast.predictive.response.score.ReasonWords}. Never here: training, storage, numbers without words.
 */
package org.segcast.predictive.response.score;
