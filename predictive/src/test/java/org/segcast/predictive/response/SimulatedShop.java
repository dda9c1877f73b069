/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.history.PurchaseLine;

/** Shops with known truth, by seed. */
public final class SimulatedShop {

    public static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);
    private static final int DAYS = 900;
    private static final List<String> CATEGORIES = List.of("Tents", "Mats", "Bags", "Boots", "Stoves");

    private final SplittableRandom random;

    public SimulatedShop(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Each customer has a rhythm of its own, kept within a quarter, and may stop for good: who is due is likely to order. */
    public InMemoryHistories ofRhythms(int customers) {
        InMemoryHistories shop = shop();
        for (int i = 0; i < customers; i++) {
            String id = "c%06d".formatted(i);
            shop.contact(id, Map.of("city", random.nextInt(3) == 0 ? "Bergen" : "Oslo"));
            double gap = Math.exp(3.4 + 1.7 * random.nextDouble());
            double dropout = 0.02 + 0.2 * random.nextDouble();
            double day = random.nextInt(DAYS - 60);
            while (day < DAYS) {
                order(shop, id, (int) day);
                day += Math.max(1, gap * (1 + 0.25 * random.nextGaussian()));
                day = random.nextDouble() < dropout ? DAYS : day;
            }
        }
        return shop;
    }

    /** Everybody orders at random at the same rate: nothing in the past says who comes next. */
    public InMemoryHistories withoutPattern(int customers) {
        InMemoryHistories shop = shop();
        for (int i = 0; i < customers; i++) {
            String id = "c%06d".formatted(i);
            order(shop, id, 0);
            for (double day = gap(); day < DAYS; day += gap()) {
                order(shop, id, (int) day);
            }
        }
        return shop;
    }

    private double gap() {
        return -120 * Math.log(1 - random.nextDouble());
    }

    private static InMemoryHistories shop() {
        return new InMemoryHistories(new AttributeDefinition("city", AttributeType.NOMINAL));
    }

    private void order(InMemoryHistories shop, String id, int day) {
        double amount = Math.round(2000 + 10000 * random.nextDouble()) / 100.0;
        String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
        shop.order(
                id,
                AS_OF.minusDays(DAYS - 1L - day),
                amount,
                new PurchaseLine(category + random.nextInt(9), category, 1 + random.nextInt(3), amount));
    }
}
