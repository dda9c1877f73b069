/**
 * Trains one model for all customers and one per segment where that is worth it; a refusal is a result. Start with
 * {@link org.segcast.predictive.response.training.ResponseTraining}. Never here: an engine, storage, a threshold without a source.
 */
package org.segcast.predictive.response.training;
