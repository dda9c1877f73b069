/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster;

import org.segcast.predictive.SegcastException;

/**
 * Where a customer belongs.
 *
 * @param cluster the nearest, from 0
 * @param confidence 1 - distance to the nearest centre / distance to the second nearest: 1 at a centre, 0 in the middle between two
 * @param goodFit whether the customer is no farther away than 99 of 100 of the sample's members of this cluster
 */
public record Placement(int cluster, double confidence, boolean goodFit) {

    public Placement {
        SegcastException.require(
                cluster >= 0 && confidence >= 0 && confidence <= 1,
                "a placement must name a cluster with a confidence of 0 to 1, found " + cluster + " with "
                        + confidence);
    }
}
