/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.segcast.connector.sample.SampleTables.Product;

/** What is in an order: mostly the customer's favourite categories and what is in season, cheaper in a sale. */
final class Baskets {
    private static final int DEAREST_CENTS = 60_000;

    /** @param cents for the whole line */
    record Line(Product product, int quantity, int cents) {}

    private final List<Product> products;

    Baskets(List<Product> products) {
        this.products = products;
    }

    List<String> favourites(SampleCustomer customer, Draws draws) {
        String first = customer.season().equals("winter")
                ? "Winter Sports"
                : draws.pick(products).category();
        return List.of(first, draws.pick(products).category());
    }

    List<Line> draw(SampleCustomer customer, List<String> favourites, LocalDate day, Draws draws) {
        int size = 1 + (int) draws.exponential(Math.max(0.3, customer.type().basket - 1));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(size, 8); i++) {
            Product product = product(favourites, day, draws);
            int quantity = product.price() < 30 ? draws.between(1, 3) : 1;
            double off = OrderDates.sale(day) ? 0.7 : customer.type() == CustomerType.BARGAIN_SEEKER ? 0.85 : 1;
            lines.add(new Line(product, quantity, (int)
                    Math.min(DEAREST_CENTS, StrictMath.round(product.price() * quantity * off * 100))));
        }
        return lines;
    }

    private Product product(List<String> favourites, LocalDate day, Draws draws) {
        String season = day.getMonthValue() >= 4 && day.getMonthValue() <= 9 ? "summer" : "winter";
        for (int tries = 0; tries < 20; tries++) {
            Product product = draws.pick(products);
            boolean wanted = favourites.contains(product.category()) || draws.chance(0.15);
            if (wanted && (product.season().equals("all") || product.season().equals(season) || draws.chance(0.15))) {
                return product;
            }
        }
        return draws.pick(products);
    }
}
