/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster;

import java.util.List;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.cluster.scaling.LeftOut;

/** What a search for clusters came to. */
public sealed interface ClusterFinding {

    /** One for each number of clusters tried, fewest first. */
    List<ClusterTrial> trials();

    /** Features that could not be used, and why. */
    List<LeftOut> leftOut();

    /** @param chosen the trial that the model is of */
    record Found(ClusterModel model, ClusterTrial chosen, List<ClusterTrial> trials, List<LeftOut> leftOut)
            implements ClusterFinding {
        public Found {
            trials = List.copyOf(trials);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** @param message the reason, the numbers, what to do */
    record Refused(String message, List<ClusterTrial> trials, List<LeftOut> leftOut) implements ClusterFinding {
        public Refused {
            SegcastException.require(!message.isBlank(), "a refusal must say why");
            trials = List.copyOf(trials);
            leftOut = List.copyOf(leftOut);
        }
    }
}
