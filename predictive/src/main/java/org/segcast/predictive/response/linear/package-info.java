/**
 * A linear response model with its own preprocessing: scoring and reasons are a dot product of ours, whatever engine found the
 * coefficients. Start with {@link org.segcast.predictive.response.linear.LinearModel}; stored ones are read through
 * {@link org.segcast.predictive.response.linear.ModelCodec} only. Never here: an engine.
 */
package org.segcast.predictive.response.linear;
