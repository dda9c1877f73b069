/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.chart;

import java.util.List;
import java.util.stream.Collectors;
import org.segcast.predictive.lifetime.check.FrequencyGroup;
import org.segcast.predictive.lifetime.check.Holdout;
import org.segcast.webapp.page.chart.Svg.Anchor;
import org.segcast.webapp.page.format.Formats;

/** Orders that came of customers who had ordered equally often before, beside what the model and the rate before expected of them. */
public final class FrequencyChart {
    private static final double LEFT = 38;
    private static final double TOP = 12;
    private static final double RIGHT = 14;
    private static final double BELOW = 40;
    private static final int STEPS = 4;

    private final List<FrequencyGroup> groups;
    private final Formats formats;

    public FrequencyChart(List<FrequencyGroup> groups, Formats formats) {
        this.groups = List.copyOf(groups);
        this.formats = formats;
    }

    /** Both sizes; nothing without groups. */
    public String draw() {
        return groups.isEmpty() ? "" : draw("only-wide", 560, 280) + draw("only-narrow", 326, 290);
    }

    private String draw(String styles, double width, double height) {
        Svg svg = new Svg(styles, width, height, summary());
        double end = end();
        double step = (width - RIGHT - LEFT) / groups.size();
        double bottom = height - BELOW;
        for (int line = 0; line <= STEPS; line++) {
            double y = bottom - (bottom - TOP) * line / STEPS;
            svg.line(line == 0 ? "class=\"axis-l\"" : "class=\"grid-l\"", LEFT, y, width - RIGHT, y);
            svg.text("", LEFT - 6, y + 4, Anchor.END, formats.decimal(end * line / STEPS, end < STEPS ? 1 : 0));
        }
        for (int place = 0; place < groups.size(); place++) {
            FrequencyGroup group = groups.get(place);
            double x = LEFT + step * (place + 0.5);
            double naive = bottom - (bottom - TOP) * group.sameRate() / end;
            double expected = bottom - (bottom - TOP) * group.expected() / end;
            svg.line("class=\"ref-l\"", x - step * 0.3, naive, x + step * 0.3, naive);
            svg.line("stroke=\"var(--data)\" stroke-width=\"3\"", x - step * 0.3, expected, x + step * 0.3, expected);
            svg.dot("var(--text)", x, bottom - (bottom - TOP) * group.came() / end, 4.5, said(group));
            svg.text("", x, bottom + 16, Anchor.MIDDLE, label(place));
        }
        svg.text(
                "",
                (LEFT + width - RIGHT) / 2,
                bottom + 36,
                Anchor.MIDDLE,
                "Days with an order after the first one, before");
        return svg.done();
    }

    private double end() {
        double largest = groups.stream()
                .mapToDouble(group -> Math.max(group.came(), Math.max(group.expected(), group.sameRate())))
                .max()
                .orElse(1);
        if (largest <= 0) {
            return 1;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(largest)));
        return Math.ceil(largest / unit - 1e-9) * unit;
    }

    private String label(int place) {
        FrequencyGroup group = groups.get(place);
        return formats.count(group.frequency()) + (isHighest(group) ? "+" : "");
    }

    /** Those who ordered most often stand together. */
    private static boolean isHighest(FrequencyGroup group) {
        return group.frequency() == Holdout.HIGHEST_GROUP;
    }

    private String said(FrequencyGroup group) {
        return formats.of(group.customers(), "customer", "customers") + " who had ordered again "
                + formats.of(group.frequency(), "time", "times") + (isHighest(group) ? " or more: " : ": ")
                + formats.decimal(group.came(), 2) + " came, "
                + formats.decimal(group.expected(), 2) + " expected, " + formats.decimal(group.sameRate(), 2)
                + " at the rate before";
    }

    private String summary() {
        return "Orders a customer by how often they had ordered: "
                + groups.stream().map(this::said).collect(Collectors.joining("; ")) + ".";
    }
}
