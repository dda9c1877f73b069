/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.chart;

import org.segcast.webapp.page.chart.Svg.Anchor;
import org.segcast.webapp.page.format.Formats;

/** A square of shares from 0 to a common end on both axes, with its grid and labels. */
record Axes(double width, double height, double end) {
    private static final double LEFT = 38;
    private static final double TOP = 12;

    double x(double share) {
        return LEFT + share / end * (width - 14 - LEFT);
    }

    double y(double share) {
        return bottom() - share / end * (bottom() - TOP);
    }

    private double bottom() {
        return height - 40;
    }

    void draw(Svg svg, Formats formats, String title, double stepY, double stepX) {
        for (int i = 0; i * stepY <= end + 1e-9; i++) {
            double y = y(i * stepY);
            svg.line(i == 0 ? "class=\"axis-l\"" : "class=\"grid-l\"", x(0), y, x(end), y);
            svg.text("", 32, y + 4, Anchor.END, formats.chance(i * stepY));
        }
        for (int i = 0; i * stepX <= end + 1e-9; i++) {
            boolean last = (i + 1) * stepX > end + 1e-9;
            svg.text(
                    "",
                    x(i * stepX) + (last ? 6 : 0),
                    bottom() + 16,
                    last ? Anchor.END : Anchor.MIDDLE,
                    formats.chance(i * stepX));
        }
        svg.text("", (x(0) + x(end)) / 2, bottom() + 36, Anchor.MIDDLE, title);
    }
}
