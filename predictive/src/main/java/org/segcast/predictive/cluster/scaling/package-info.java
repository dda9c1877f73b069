/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Features as coordinates in which distances mean something. Start with {@link org.segcast.predictive.cluster.scaling.ScalingFit}. Never
 * here: how clusters are found.
 */
package org.segcast.predictive.cluster.scaling;
