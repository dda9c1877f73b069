/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.chart;

import java.util.List;
import java.util.stream.Collectors;
import org.segcast.webapp.model.ModelReport.CalibrationBin;
import org.segcast.webapp.page.chart.Svg.Anchor;
import org.segcast.webapp.page.format.Formats;

/** Are percentages honest: what came, against what was forecast, with intervals; honest dots touch the line. */
public final class CalibrationChart {
    private final List<CalibrationBin> bins;
    private final Formats formats;

    public CalibrationChart(List<CalibrationBin> bins, Formats formats) {
        this.bins = List.copyOf(bins);
        this.formats = formats;
    }

    /** Both sizes; nothing without groups. */
    public String draw() {
        return bins.isEmpty()
                ? ""
                : draw("only-wide", new Axes(332, 280, end())) + draw("only-narrow", new Axes(326, 290, end()));
    }

    /** How many groups' intervals hold the forecast. */
    public long honest() {
        return bins.stream()
                .filter(bin -> bin.low() <= bin.predicted() && bin.predicted() <= bin.high())
                .count();
    }

    private String draw(String styles, Axes axes) {
        Svg svg = new Svg(styles, axes.width(), axes.height(), summary());
        double step = axes.end() <= 0.1 ? 0.02 : axes.end() <= 0.5 ? 0.1 : 0.2;
        axes.draw(svg, formats, "Forecast chance", step, step);
        svg.line("class=\"ref-l\"", axes.x(0), axes.y(0), axes.x(axes.end()), axes.y(axes.end()));
        svg.text("halo", axes.x(axes.end() * 0.9), axes.y(axes.end() * 0.79), Anchor.MIDDLE, "Exact");
        for (CalibrationBin bin : bins) {
            double x = axes.x(bin.predicted());
            svg.line(
                    "stroke=\"var(--data)\" stroke-opacity=\".55\" stroke-width=\"2\"",
                    x,
                    axes.y(bin.low()),
                    x,
                    axes.y(bin.high()));
            svg.dot("var(--data)", x, axes.y(bin.observed()), 5, pair(bin));
        }
        return svg.done();
    }

    private double end() {
        double largest = bins.stream()
                .mapToDouble(bin -> Math.max(bin.predicted(), bin.high()))
                .max()
                .orElse(1);
        double step = largest <= 0.1 ? 0.02 : largest <= 0.5 ? 0.1 : 0.2;
        return Math.min(1, Math.max(step, Math.ceil(largest / step - 1e-9) * step));
    }

    private String pair(CalibrationBin bin) {
        return "forecast " + formats.percent(bin.predicted()) + ", came " + formats.percent(bin.observed());
    }

    private String summary() {
        return "Calibration plot in " + formats.of(bins.size(), "group", "groups") + ": "
                + bins.stream().map(this::pair).collect(Collectors.joining("; ")) + ".";
    }
}
