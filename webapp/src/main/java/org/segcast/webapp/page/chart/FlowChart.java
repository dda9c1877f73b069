/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.segcast.webapp.dashboard.DashboardFigures.Move;
import org.segcast.webapp.page.chart.Svg.Anchor;
import org.segcast.webapp.page.format.Formats;

/** Who moved from which segment to which: bands as thick as their number of customers. Those who stayed are not drawn. */
public final class FlowChart {
    private static final double TOP = 22;
    private static final double GAP = 14;
    private static final double NODE = 8;

    private final List<Move> moves;
    private final Formats formats;

    public FlowChart(List<Move> moves, Formats formats) {
        this.moves = List.copyOf(moves);
        this.formats = formats;
    }

    /** Both sizes; the style sheet shows the one that fits. */
    public String draw() {
        return draw("only-wide", 752, 184, 270, false) + draw("only-narrow", 326, 94, 200, true);
    }

    public long movers() {
        return moves.stream().mapToLong(Move::customers).sum();
    }

    /** A segment on one side; flows leave or reach it below each other. */
    private static final class Node {
        private final int colour;
        private long total;
        private double top;
        private double used;

        private Node(int colour) {
            this.colour = colour;
        }
    }

    private String draw(String styles, double width, double margin, double bands, boolean narrow) {
        Map<String, Node> left = new LinkedHashMap<>();
        Map<String, Node> right = new LinkedHashMap<>();
        for (Move move : moves) {
            left.computeIfAbsent(move.fromName(), name -> new Node(move.fromColour())).total += move.customers();
            right.computeIfAbsent(move.toName(), name -> new Node(move.toColour())).total += move.customers();
        }
        double scale = bands / Math.max(1, movers());
        double height = TOP + bands + GAP * Math.max(left.size(), right.size());
        place(left, scale);
        place(right, scale);
        Svg svg = new Svg(styles, width, height, summary(left, right));
        svg.text("", 0, 10, Anchor.START, narrow ? "Left" : "Left their segment");
        svg.text("", width, 10, Anchor.END, "Joined");
        for (Move move : moves) {
            band(svg, left.get(move.fromName()), right.get(move.toName()), move, margin, width - margin, scale);
        }
        left.forEach((name, node) -> node(svg, node, margin - NODE, margin - 16, Anchor.END, name, scale, narrow));
        right.forEach((name, node) ->
                node(svg, node, width - margin, width - margin + 16, Anchor.START, name, scale, narrow));
        return svg.done();
    }

    private static void place(Map<String, Node> side, double scale) {
        double y = TOP;
        for (Node node : side.values()) {
            node.top = y;
            y += node.total * scale + GAP;
        }
    }

    private void band(Svg svg, Node from, Node to, Move move, double x1, double x2, double scale) {
        double thick = move.customers() * scale;
        double y1 = from.top + from.used + thick / 2;
        double y2 = to.top + to.used + thick / 2;
        from.used += thick;
        to.used += thick;
        String middle = Svg.number((x1 + x2) / 2);
        String way = "M" + Svg.point(x1, y1) + 'C' + middle + ',' + Svg.number(y1) + ' ' + middle + ',' + Svg.number(y2)
                + ' ' + Svg.point(x2, y2);
        svg.path(
                "stroke=\"" + Svg.segmentColour(from.colour) + "\" stroke-opacity=\".42\" stroke-width=\""
                        + Svg.number(Math.max(1, thick)) + '"',
                way.strip(),
                move.fromName() + " to " + move.toName() + ": " + formats.count(move.customers()));
    }

    private void node(
            Svg svg, Node node, double x, double textX, Anchor anchor, String name, double scale, boolean narrow) {
        double high = Math.max(1, node.total * scale);
        svg.bar(Svg.segmentColour(node.colour), x, node.top, NODE, high);
        String shown = narrow ? name.split(" ", 2)[0] : name;
        svg.labelled(textX, node.top + high / 2 + 4, anchor, shown, formats.count(node.total));
    }

    private String summary(Map<String, Node> left, Map<String, Node> right) {
        String most = Stream.of(right)
                .flatMap(side -> side.entrySet().stream())
                .max(Map.Entry.comparingByValue((a, b) -> Long.compare(a.total, b.total)))
                .map(entry -> ' ' + entry.getKey() + " gained " + formats.count(entry.getValue().total)
                        + lost(left, entry.getKey()) + '.')
                .orElse("");
        return "Flow chart: " + formats.of(movers(), "customer", "customers") + " moved between segments." + most;
    }

    private String lost(Map<String, Node> left, String name) {
        return left.containsKey(name) ? " and lost " + formats.count(left.get(name).total) : "";
    }
}
