/**
 * The question asked of a customer, and the examples that answer it: features as of a cut-off, the outcome in the window after it.
 * Start with {@link org.segcast.predictive.response.SnapshotBuilder}; an engine implements
 * {@link org.segcast.predictive.response.Trainer}. Never here: an engine's own types, storage.
 */
package org.segcast.predictive.response;
