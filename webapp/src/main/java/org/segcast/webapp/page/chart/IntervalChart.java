/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.chart;

import java.util.List;
import java.util.stream.Collectors;
import org.segcast.webapp.page.chart.Svg.Anchor;
import org.segcast.webapp.page.format.Formats;

/** Figures below each other as dots, each with its interval, against a line at zero. */
public final class IntervalChart {
    private static final double ROW = 26;
    private static final double TOP = 8;
    private static final double BOTTOM = 40;
    private static final int MOST_STEPS = 5;

    private final String title;
    private final List<Line> lines;
    private final Formats formats;

    /** @param colour of the dot and its interval, as the style sheet knows it */
    public record Line(String name, double value, double low, double high, String colour) {}

    /** @param title what the figures are */
    public IntervalChart(String title, List<Line> lines, Formats formats) {
        this.title = title;
        this.lines = List.copyOf(lines);
        this.formats = formats;
    }

    /** Both sizes; nothing without lines. */
    public String draw() {
        return lines.isEmpty() ? "" : draw("only-wide", 752, 250, false) + draw("only-narrow", 326, 8, true);
    }

    /** From figures to places. */
    private record Axis(double from, double to, double left, double right, double step) {
        double x(double figure) {
            return left + (figure - from) / (to - from) * (right - left);
        }
    }

    private String draw(String styles, double width, double left, boolean narrow) {
        double row = narrow ? ROW + 16 : ROW;
        double bottom = TOP + row * lines.size();
        Axis axis = axis(left, width - 20);
        Svg svg = new Svg(styles, width, bottom + BOTTOM, summary());
        for (long i = Math.round(axis.from() / axis.step()); i * axis.step() <= axis.to() + 1e-12; i++) {
            double x = axis.x(i * axis.step());
            svg.line(i == 0 ? "class=\"axis-l\"" : "class=\"grid-l\"", x, TOP, x, bottom);
            svg.text("", x, bottom + 16, Anchor.MIDDLE, formats.decimal(i * axis.step(), digits(axis.step())));
        }
        svg.text("", (axis.left() + axis.right()) / 2, bottom + 36, Anchor.MIDDLE, title);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double y = TOP + row * i + (narrow ? row - 11 : row / 2);
            svg.line(
                    "stroke=\"" + line.colour() + "\" stroke-opacity=\".55\" stroke-width=\"2.5\"",
                    axis.x(line.low()),
                    y,
                    axis.x(line.high()),
                    y);
            svg.dot(line.colour(), axis.x(line.value()), y, 5, said(line));
            svg.text(
                    "lab halo",
                    narrow ? 0 : left - 16,
                    y + (narrow ? -12 : 4),
                    narrow ? Anchor.START : Anchor.END,
                    line.name());
        }
        return svg.done();
    }

    private Axis axis(double left, double right) {
        double low = lines.stream().mapToDouble(Line::low).reduce(0, Math::min);
        double high = lines.stream().mapToDouble(Line::high).reduce(0, Math::max);
        double step = step(high - low);
        double from = Math.floor(low / step + 1e-9) * step;
        double to = Math.max(Math.ceil(high / step - 1e-9) * step, from + step);
        return new Axis(from, to, left, right, step);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double range) {
        double plain = Math.max(range, 1e-6) / MOST_STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(plain)));
        double times = plain / power;
        return (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10) * power;
    }

    private static int digits(double step) {
        return Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    }

    private String said(Line line) {
        int digits = 1 + digits(axis(0, 1).step());
        return line.name() + ": " + formats.decimal(line.value(), digits) + " (" + formats.decimal(line.low(), digits)
                + " to " + formats.decimal(line.high(), digits) + ")";
    }

    private String summary() {
        return title + ", with intervals: " + lines.stream().map(this::said).collect(Collectors.joining("; ")) + ".";
    }
}
