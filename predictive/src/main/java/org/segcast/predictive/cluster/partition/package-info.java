/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Parting points, and judging the parts. Start with {@link org.segcast.predictive.cluster.partition.KMeans}. Everything is a function of
 * points, number of parts and seed. Never here: features, customers, an engine.
 */
package org.segcast.predictive.cluster.partition;
