/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What customers will still order and are worth, from nothing but when they ordered and what they spent. Start with
 * {@link org.segcast.predictive.lifetime.LifetimeSearch}, which finds a model or refuses, and
 * {@link org.segcast.predictive.lifetime.Valuation}, which applies it. Recency, frequency and age are Fader and Hardie's here and in
 * the packages below, and nowhere else. Never here: features, segments, a database.
 */
package org.segcast.predictive.lifetime;
