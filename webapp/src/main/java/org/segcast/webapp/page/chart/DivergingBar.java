/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.chart;

import java.util.Locale;

/**
 * A bar to the left or the right of a middle line, as styles of its track.
 *
 * @param part of a side that it fills, 0 to 1; a side ends short of the track's, for the figure
 */
public record DivergingBar(boolean right, double part) {
    private static final double SIDE = 38;

    public String style() {
        double length = SIDE * part;
        return String.format(Locale.ROOT, "left:%.2f%%;width:%.2f%%", right ? 50 : 50 - length, length);
    }

    /** Where the figure stands: behind the bar's free end. */
    public String figureStyle() {
        return String.format(
                Locale.ROOT, right ? "left:calc(%.2f%% + 6px)" : "right:calc(%.2f%% + 6px)", 50 + SIDE * part);
    }
}
