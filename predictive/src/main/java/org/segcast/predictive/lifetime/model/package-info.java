/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The published models of ordering until leaving, and of what is spent; start with
 * {@link org.segcast.predictive.lifetime.model.RepeatModel}. Times are weeks and mean what Fader and Hardie mean by them (see
 * {@link org.segcast.predictive.lifetime.model.RepeatOrders}). Pure formulas: never here is how their parameters are found.
 */
package org.segcast.predictive.lifetime.model;
