/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.chart;

import java.util.Locale;

/** A drawing under way. Every text is escaped here; coordinates are written the same in all languages. */
final class Svg {
    private final StringBuilder out = new StringBuilder(4096);

    /** @param label what the picture says, for those who do not see it */
    Svg(String styles, double width, double height, String label) {
        out.append("<svg class=\"chart ").append(styles).append("\" style=\"max-width:");
        out.append(number(width * 1.2)).append("px\" viewBox=\"0 0 ");
        out.append(number(width)).append(' ').append(number(height)).append("\" role=\"img\" aria-label=\"");
        out.append(escaped(label)).append("\">");
    }

    /** How a text stands to its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    Svg line(String attributes, double x1, double y1, double x2, double y2) {
        return tag("line " + attributes, "x1", x1, "y1", y1, "x2", x2, "y2", y2).append("/>");
    }

    Svg bar(String colour, double x, double y, double width, double height) {
        return tag("rect rx=\"1.5\" fill=\"" + colour + '"', "x", x, "y", y, "width", width, "height", height)
                .append("/>");
    }

    Svg dot(String colour, double x, double y, double radius, String title) {
        tag("circle fill=\"" + colour + '"', "cx", x, "cy", y, "r", radius);
        return title.isEmpty() ? append("/>") : append("><title>" + escaped(title) + "</title></circle>");
    }

    Svg text(String styles, double x, double y, Anchor anchor, String text) {
        String name = anchor.name().toLowerCase(Locale.ROOT);
        tag("text class=\"" + styles + "\" text-anchor=\"" + name + '"', "x", x, "y", y);
        return append(">" + escaped(text) + "</text>");
    }

    /** A name in full weight with its figure behind it. */
    Svg labelled(double x, double y, Anchor anchor, String name, String figure) {
        tag("text text-anchor=\"" + anchor.name().toLowerCase(Locale.ROOT) + '"', "x", x, "y", y);
        return append(
                "><tspan class=\"lab\">" + escaped(name) + "</tspan> <tspan>" + escaped(figure) + "</tspan></text>");
    }

    Svg path(String attributes, String way, String title) {
        return append("<path fill=\"none\" " + attributes + " d=\"" + way + "\"><title>" + escaped(title)
                + "</title></path>");
    }

    Svg polyline(String attributes, String points) {
        return append("<polyline fill=\"none\" " + attributes + " points=\"" + points.strip() + "\"/>");
    }

    String done() {
        return out + "</svg>";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String point(double x, double y) {
        return number(x) + ',' + number(y) + ' ';
    }

    static String segmentColour(int slot) {
        return "var(--seg-" + slot + ')';
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private Svg tag(String start, Object... namesAndNumbers) {
        out.append('<').append(start);
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            out.append(' ').append(namesAndNumbers[i]).append("=\"");
            out.append(number((Double) namesAndNumbers[i + 1])).append('"');
        }
        return this;
    }

    private Svg append(String text) {
        out.append(text);
        return this;
    }
}
