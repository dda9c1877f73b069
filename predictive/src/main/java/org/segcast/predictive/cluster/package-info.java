/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Segments that nobody described: customers who are alike, found on a sample, and everybody else placed in the closest fit. Start with
 * {@link org.segcast.predictive.cluster.ClusterSearch}; {@code partition} parts points, {@code scaling} makes points of features.
 * Never here: an engine, storage, names that people gave.
 */
package org.segcast.predictive.cluster;
