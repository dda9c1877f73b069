/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.history.Purchase;
import org.segcast.predictive.history.PurchaseLine;

/** What happens in a CRM from one run to the next; the same for the same seed. */
final class ShopChanges {
    static final int CONTACTS = 24;

    private final InMemoryHistories people;
    private final Random random;
    private final List<String> last = new ArrayList<>();

    ShopChanges(InMemoryHistories people, Random random) {
        this.people = people;
        this.random = random;
    }

    /** Some days nothing happens. */
    void make(LocalDate day) {
        last.clear();
        for (int i = random.nextInt(4); i > 0; i--) {
            int kind = random.nextInt(40);
            String one = "c" + random.nextInt(CONTACTS);
            String other = "c" + random.nextInt(CONTACTS + 3);
            last.add(kind + " " + one + " " + other);
            change(kind % 13 == 12 && kind > 20 ? 11 : kind % 12, one, other, day);
        }
    }

    String last() {
        return last.toString();
    }

    private void change(int kind, String one, String other, LocalDate day) {
        switch (kind) {
            case 0 -> people.order(other, day.minusDays(random.nextInt(3)), 1 + random.nextInt(200), line());
            case 1 -> people.purchases(one, each(order -> with(order, order.amount() / 2, order.date())));
            case 2 ->
                people.purchases(
                        one,
                        each(order -> with(order, order.amount(), order.date().minusDays(1))));
            case 3 -> people.purchases(one, orders -> orders.subList(0, orders.size() / 2));
            case 4 -> move(one, other);
            case 5 -> {
                move(one, other);
                people.remove(one);
            }
            case 6 -> people.remove(one);
            case 7 -> people.contact(other, Map.of("age", "" + (18 + random.nextInt(60))));
            case 8 -> people.contact(one, Map.of("notes", random.nextBoolean() ? "wants a garden" : "calls at noon"));
            case 9 ->
                people.contact(one, Map.of("country", List.of("DE", "fr", "PL").get(random.nextInt(3))));
            case 10 -> recategorise(people, one);
            default -> inAnotherCurrency();
        }
    }

    /** Nothing else than the categories of what was bought. */
    static void recategorise(InMemoryHistories people, String contact) {
        people.purchases(
                contact,
                each(order -> new Purchase(
                        order.id(),
                        order.date(),
                        order.amount(),
                        order.refund(),
                        order.channel(),
                        order.currency(),
                        order.lines().stream()
                                .map(line -> new PurchaseLine(
                                        line.product(),
                                        line.category().equals("tents") ? "Shoes" : "tents",
                                        line.quantity(),
                                        line.amount()))
                                .toList())));
    }

    private void move(String one, String other) {
        if (one.equals(other)) {
            return;
        }
        List<Purchase> moved = new ArrayList<>();
        people.purchases(one, orders -> {
            moved.addAll(orders);
            return List.of();
        });
        people.purchases(other, orders -> {
            List<Purchase> both = new ArrayList<>(orders);
            moved.forEach(order -> both.add(new Purchase(
                    other + "/" + order.id(),
                    order.date(),
                    order.amount(),
                    order.refund(),
                    order.channel(),
                    order.currency(),
                    order.lines())));
            return both;
        });
    }

    private void inAnotherCurrency() {
        for (int i = 0; i < CONTACTS; i++) {
            people.purchases(
                    "c" + i, each(order -> with(order, Math.round(order.amount() * 110) / 100.0, order.date())));
        }
    }

    private PurchaseLine line() {
        return new PurchaseLine("p1", "Tents", 2, 9);
    }

    private static UnaryOperator<List<Purchase>> each(UnaryOperator<Purchase> becoming) {
        return orders -> orders.stream().map(becoming).toList();
    }

    private static Purchase with(Purchase order, double amount, LocalDate day) {
        return new Purchase(
                order.id(),
                day,
                Math.round(amount * 100) / 100.0,
                order.refund(),
                order.channel(),
                order.currency(),
                order.lines());
    }
}
