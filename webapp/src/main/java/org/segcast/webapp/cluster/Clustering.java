/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.cluster;

import java.util.List;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.cluster.ClusterModel;
import org.segcast.predictive.cluster.ClusterTrial;

/**
 * The clusters in use.
 *
 * @param segments one for each cluster of the model, in its order
 */
public record Clustering(ClusterModel model, ClusterTrial chosen, List<ClusterSegment> segments) {
    public Clustering {
        segments = List.copyOf(segments);
        SegcastException.require(
                segments.size() == model.clusters().size(),
                "there must be a segment for each of " + model.clusters().size() + " clusters, found "
                        + segments.size());
    }
}
