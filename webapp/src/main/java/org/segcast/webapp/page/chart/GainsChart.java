/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.chart;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.segcast.webapp.model.ModelReport.Evaluation;
import org.segcast.webapp.model.ModelReport.GainPoint;
import org.segcast.webapp.page.chart.Svg.Anchor;
import org.segcast.webapp.page.format.Formats;

/** Whom you reach: the share of responders among those contacted first, by the model, by the simple rule, by chance. */
public final class GainsChart {
    private static final double MARKED = 0.2;
    private static final String RULE = "var(--seg-3)";
    private static final String RANDOM = "var(--chart-ref)";

    private final List<GainPoint> gains;
    private final long responders;
    private final Formats formats;

    public GainsChart(Evaluation evaluation, Formats formats) {
        this.gains = evaluation.gains().stream()
                .sorted(Comparator.comparingDouble(GainPoint::contacted))
                .toList();
        this.responders = evaluation.responders();
        this.formats = formats;
    }

    /** Both sizes; nothing without points. */
    public String draw() {
        return gains.isEmpty()
                ? ""
                : draw("only-wide", new Axes(332, 280, 1)) + draw("only-narrow", new Axes(326, 290, 1));
    }

    private String draw(String styles, Axes axes) {
        GainPoint marked = marked();
        Svg svg = new Svg(styles, axes.width(), axes.height(), summary(marked));
        axes.draw(svg, formats, "Share of customers contacted, best score first", 0.25, 0.2);
        svg.line(
                "stroke=\"" + RANDOM + "\" stroke-width=\"1.5\" stroke-dasharray=\"2 4\"",
                axes.x(0),
                axes.y(0),
                axes.x(1),
                axes.y(1));
        svg.polyline(
                "stroke=\"" + RULE + "\" stroke-width=\"2\" stroke-dasharray=\"6 4\"", points(axes, GainPoint::byRule));
        svg.polyline("stroke=\"var(--data)\" stroke-width=\"2.5\"", points(axes, GainPoint::byModel));
        double x = axes.x(marked.contacted());
        svg.line("class=\"ref-l\"", x, axes.y(0), x, axes.y(marked.byModel()));
        svg.dot("var(--data)", x, axes.y(marked.byModel()), 4.5, "");
        svg.dot(RULE, x, axes.y(marked.byRule()), 4, "");
        callout(svg, axes, marked);
        return svg.done();
    }

    private void callout(Svg svg, Axes axes, GainPoint marked) {
        double x = axes.x(0.47);
        double y = axes.y(0.34);
        svg.text("lab", x, y, Anchor.START, "Top " + formats.chance(marked.contacted()) + " holds");
        row(svg, x, y + 18, "var(--data)", people(marked.byModel()) + " of " + formats.count(responders) + " by model");
        row(svg, x, y + 36, RULE, people(marked.byRule()) + " by simple rule");
        row(svg, x, y + 54, RANDOM, people(marked.contacted()) + " at random");
    }

    private static void row(Svg svg, double x, double y, String colour, String text) {
        svg.dot(colour, x + 4, y - 4, 4, "");
        svg.text("halo", x + 14, y, Anchor.START, text);
    }

    private GainPoint marked() {
        return gains.stream()
                .min(Comparator.comparingDouble(point -> Math.abs(point.contacted() - MARKED)))
                .orElseThrow();
    }

    private String points(Axes axes, ToDoubleFunction<GainPoint> share) {
        StringBuilder points = new StringBuilder();
        if (gains.get(0).contacted() > 0) {
            points.append(Svg.point(axes.x(0), axes.y(0)));
        }
        gains.forEach(gain -> points.append(Svg.point(axes.x(gain.contacted()), axes.y(share.applyAsDouble(gain)))));
        return points.toString();
    }

    private String people(double share) {
        return formats.count(Math.round(share * responders));
    }

    private String summary(GainPoint marked) {
        return "Gains chart. Contacting the top " + formats.chance(marked.contacted()) + " of customers reaches "
                + people(marked.byModel()) + " of " + formats.count(responders) + " who ordered with the model, "
                + people(marked.byRule()) + " with the simple rule, " + people(marked.contacted()) + " at random.";
    }
}
