/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.segcast.webapp.contact.ContactPortrait.PlacedOrder;
import org.segcast.webapp.page.chart.Svg.Anchor;
import org.segcast.webapp.page.format.Formats;

/** When somebody bought: a stem per order on a time axis, as high as the order's value. Refunds are no purchases and stand in the table alone. */
public final class OrderStems {
    private static final double TOP = 28;
    private static final double BASE = 146;
    private static final double HEIGHT = 170;
    private static final double MARGIN = 30;
    private static final double LABEL = 30;

    private final List<PlacedOrder> orders;
    private final LocalDate until;
    private final Formats formats;

    /** @param until the last day that is known, where the axis ends */
    public OrderStems(List<PlacedOrder> orders, LocalDate until, Formats formats) {
        this.orders = orders.stream()
                .filter(order -> !order.refund())
                .sorted(Comparator.comparing(PlacedOrder::date).thenComparing(PlacedOrder::id))
                .toList();
        this.until = until;
        this.formats = formats;
    }

    /** Both sizes; nothing without orders. */
    public String draw() {
        return orders.isEmpty() ? "" : draw("only-wide", 1080, 5) + draw("only-narrow", 326, 3);
    }

    private String draw(String styles, double width, int most) {
        LocalDate from = orders.get(0).date();
        long days = Math.max(30, ChronoUnit.DAYS.between(from, until));
        Svg svg = new Svg(styles, width, HEIGHT, summary(from));
        months(svg, from, days, width, most);
        svg.line("class=\"axis-l\"", 6, BASE, width - 6, BASE);
        double highest = orders.stream().mapToDouble(PlacedOrder::amount).max().orElse(1);
        double now = at(until, from, days, width);
        svg.line("stroke=\"var(--text)\" stroke-width=\"1.5\"", now, 14, now, BASE);
        svg.text("lab", width - 4, 164, Anchor.END, formats.capital(formats.day(until)));
        for (int i = 0; i < orders.size(); i++) {
            PlacedOrder order = orders.get(i);
            double x = at(order.date(), from, days, width);
            double y = BASE - Math.max(0, order.amount()) / Math.max(1, highest) * (BASE - TOP);
            stem(svg, order, x, y);
            boolean roomBefore = i == 0 || x - at(orders.get(i - 1).date(), from, days, width) >= LABEL;
            boolean roomAfter = i == orders.size() - 1 || at(orders.get(i + 1).date(), from, days, width) - x >= LABEL;
            if (roomBefore && roomAfter) {
                svg.text(
                        "halo",
                        x,
                        y - 10,
                        Anchor.MIDDLE,
                        formats.money(Math.round(order.amount() * 100) / 100.0, order.currency()));
            }
        }
        return svg.done();
    }

    private void stem(Svg svg, PlacedOrder order, double x, double y) {
        svg.line("stroke=\"var(--data)\" stroke-width=\"2\"", x, BASE, x, y);
        String title = formats.date(order.date()) + ": " + formats.exactMoney(order.amount(), order.currency());
        svg.dot("var(--data)", x, y, orders.size() > 40 ? 3 : 5, title);
    }

    private void months(Svg svg, LocalDate from, long days, double width, int most) {
        LocalDate tick = from.withDayOfMonth(1).plusMonths(1);
        long months = Math.max(1, ChronoUnit.MONTHS.between(tick, until) + 1);
        long step = Math.max(1, (months + most - 1) / most);
        double last = at(until, from, days, width) - 130;
        for (; !tick.isAfter(until); tick = tick.plusMonths(step)) {
            double x = at(tick, from, days, width);
            if (x < last) {
                svg.line("class=\"grid-l\"", x, 14, x, BASE);
                svg.text("", x, 164, Anchor.START, formats.month(tick));
            }
        }
    }

    private static double at(LocalDate day, LocalDate from, long days, double width) {
        return MARGIN + ChronoUnit.DAYS.between(from, day) * (width - 2 * MARGIN) / days;
    }

    private String summary(LocalDate from) {
        return formats.of(orders.size(), "order", "orders") + " from " + formats.date(from) + " to "
                + formats.date(orders.get(orders.size() - 1).date()) + ".";
    }
}
