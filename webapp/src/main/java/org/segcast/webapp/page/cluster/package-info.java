/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The page on which clusters are found, kept, named and tagged. Start at {@link org.segcast.webapp.page.cluster.ClustersPage}.
 *
 * <p>Never here: how clusters are found or kept.
 */
package org.segcast.webapp.page.cluster;
