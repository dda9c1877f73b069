/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Clusters: found on request, kept by a person, everybody placed in the closest fit with every run. Start at
 * {@link org.segcast.webapp.cluster.ClusterBook}.
 *
 * <p>Never here: how clusters are found, pages.
 */
package org.segcast.webapp.cluster;
