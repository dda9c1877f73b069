/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.cluster;

import java.util.List;
import java.util.Locale;
import org.segcast.webapp.cluster.ClusterTrait;

/** What sets a cluster apart, as a bar to the left or the right of the usual; three deviations fill a side. */
public record TraitBar(ClusterTrait trait) {
    private static final double SIDE = 38;
    private static final double FULL = 3;

    static List<TraitBar> of(List<ClusterTrait> traits) {
        return traits.stream().map(TraitBar::new).toList();
    }

    private double length() {
        return SIDE * Math.min(FULL, Math.abs(trait.deviations())) / FULL;
    }

    public String style() {
        return String.format(Locale.ROOT, "left:%.2f%%;width:%.2f%%", trait.more() ? 50 : 50 - length(), length());
    }

    public String figureStyle() {
        return String.format(
                Locale.ROOT, trait.more() ? "left:calc(%.2f%% + 6px)" : "right:calc(%.2f%% + 6px)", 50 + length());
    }

    public boolean share() {
        return !trait.word().isEmpty();
    }
}
