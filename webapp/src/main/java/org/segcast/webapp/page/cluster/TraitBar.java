/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.cluster;

import java.util.List;
import org.segcast.webapp.cluster.ClusterTrait;
import org.segcast.webapp.page.chart.DivergingBar;

/** What sets a cluster apart, as a bar to the left or the right of the usual; three deviations fill a side. */
public record TraitBar(ClusterTrait trait) {
    private static final double FULL = 3;

    static List<TraitBar> of(List<ClusterTrait> traits) {
        return traits.stream().map(TraitBar::new).toList();
    }

    public DivergingBar bar() {
        return new DivergingBar(trait.more(), Math.min(FULL, Math.abs(trait.deviations())) / FULL);
    }

    public boolean share() {
        return !trait.word().isEmpty();
    }
}
