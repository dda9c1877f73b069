/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Finds the models' parameters by maximum likelihood; start with {@link org.segcast.predictive.lifetime.fit.LifetimeFits}. Only here
 * is an optimiser known.
 */
package org.segcast.predictive.lifetime.fit;
