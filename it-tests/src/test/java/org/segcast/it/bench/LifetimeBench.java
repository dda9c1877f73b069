/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.segcast.it.Checkout;
import org.segcast.predictive.history.ContactProfile;
import org.segcast.predictive.history.Purchase;
import org.segcast.predictive.history.PurchaseHistory;
import org.segcast.predictive.lifetime.CustomerLifetimeValue;
import org.segcast.predictive.lifetime.LifetimeModel;
import org.segcast.predictive.lifetime.LifetimeTerms;
import org.segcast.predictive.lifetime.Valuation;
import org.segcast.predictive.lifetime.fit.Cohort;
import org.segcast.predictive.lifetime.fit.LifetimeFits;
import org.segcast.predictive.lifetime.model.GammaGamma;
import org.segcast.predictive.lifetime.model.RepeatModel;
import org.segcast.predictive.lifetime.model.RepeatModelKind;
import org.segcast.predictive.lifetime.model.RepeatOrders;

/** Fitting the models to the whole CDNOW cohort, and valuing a million customers. */
class LifetimeBench {
    private static final Path CDNOW = Checkout.root().resolve("../shared/data/cdnow/CDNOW_master.txt");
    private static final LocalDate CALIBRATED = LocalDate.of(1997, 9, 30);
    private static final int CUSTOMERS = 23_570;
    private static final double MOST_SECONDS = 2;
    private static final int VALUED = 1_000_000;
    private static final int KINDS = 20_000;

    @Test
    void fits_and_values() throws IOException {
        assumeTrue(Files.exists(CDNOW), "the CDNOW files do not lie beside this checkout");
        Cohort cohort = cohort();
        assertEquals(CUSTOMERS, cohort.customers());
        List<Figure> figures = new ArrayList<>();
        for (RepeatModelKind kind : RepeatModelKind.values()) {
            long began = System.nanoTime();
            RepeatModel found = LifetimeFits.orders(kind, cohort).orElseThrow();
            double seconds = (System.nanoTime() - began) / 1e9;
            String name = kind.label() + " fitted to 23,570 customers, log-likelihood " + cohort.logLikelihood(found);
            figures.add(
                    kind == RepeatModelKind.BG_NBD
                            ? Figure.atMost(name, seconds, "s", MOST_SECONDS)
                            : Figure.rate(name, seconds, "s"));
            figures.add(Figure.rate("values a second by " + kind.label(), VALUED / valued(kind, found), "customers/s"));
        }
        Figures.keep("lifetime", figures.toArray(Figure[]::new));
    }

    private static double valued(RepeatModelKind kind, RepeatModel orders) {
        LocalDate asOf = LocalDate.of(2026, 6, 30);
        List<PurchaseHistory> histories = histories(asOf);
        LifetimeModel model = new LifetimeModel(
                asOf, kind, orders, new GammaGamma(6.25, 3.74, 15.44), CUSTOMERS, CUSTOMERS, CUSTOMERS, 0);
        Valuation valuation = new Valuation(model, LifetimeTerms.USUAL, asOf);
        double sum = 0;
        long began = System.nanoTime();
        for (int customer = 0; customer < VALUED; customer++) {
            sum += valuation
                    .of(histories.get(customer % KINDS))
                    .map(CustomerLifetimeValue::amount)
                    .orElseThrow();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        assertEquals(true, sum > 0 && Double.isFinite(sum));
        return seconds;
    }

    /** Ten orders each on average, on random days of three years. */
    private static List<PurchaseHistory> histories(LocalDate asOf) {
        Random random = new Random(1);
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int customer = 0; customer < KINDS; customer++) {
            List<Purchase> purchases = random.ints(1 + random.nextInt(19), 0, 1_095)
                    .boxed()
                    .sorted((one, other) -> other - one)
                    .map(days -> new Purchase("", asOf.minusDays(days), 20, List.of()))
                    .toList();
            histories.add(new PurchaseHistory(new ContactProfile("c" + customer, Map.of()), purchases));
        }
        return histories;
    }

    private static Cohort cohort() throws IOException {
        Map<String, List<Purchase>> customers = new TreeMap<>();
        for (String line : Files.readAllLines(CDNOW)) {
            String[] cells = line.strip().split("\\s+");
            if (cells.length == 4 && cells[1].length() == 8) {
                LocalDate day = LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE);
                if (!day.isAfter(CALIBRATED)) {
                    customers
                            .computeIfAbsent(cells[0], id -> new ArrayList<>())
                            .add(new Purchase("", day, Double.parseDouble(cells[3]), List.of()));
                }
            }
        }
        return Cohort.of(customers.values().stream()
                .map(purchases -> RepeatOrders.of(purchases, CALIBRATED).orElseThrow())
                .toList());
    }
}
