/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster;

import java.util.List;
import org.segcast.predictive.SegcastException;

/**
 * Customers who are alike.
 *
 * @param centre in the scaling's coordinates
 * @param reach the distance from the centre within which 99 of 100 of its members in the sample lie
 * @param members of the sample
 */
public record Cluster(List<Double> centre, double reach, int members) {

    public Cluster {
        centre = List.copyOf(centre);
        SegcastException.require(
                !centre.isEmpty() && reach >= 0 && members > 0,
                "a cluster must have a centre, a reach and members, found " + centre.size() + " coordinates, " + reach
                        + " and " + members);
    }
}
