/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.segcast.predictive.history.Purchase;
import org.segcast.predictive.history.PurchaseHistory;
import org.segcast.predictive.history.PurchaseLine;
import org.segcast.predictive.rule.PurchaseMeasure;
import org.segcast.predictive.rule.PurchaseTotal;

/** The numbers that rules ask of purchases, as of any day, by nothing that came after it. */
public record PastTotals(List<PurchaseTotal> totals) {

    public PastTotals {
        totals = List.copyOf(totals);
    }

    public double[] asOf(LocalDate day, PurchaseHistory history) {
        double[] sums = new double[totals.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = total(totals.get(i), day, history);
        }
        return sums;
    }

    private static double total(PurchaseTotal total, LocalDate day, PurchaseHistory history) {
        double sum = 0;
        for (Purchase purchase : history.purchases()) {
            if (isWithin(total, day, purchase.date())) {
                sum += part(total, purchase);
            }
        }
        return sum;
    }

    private static boolean isWithin(PurchaseTotal total, LocalDate day, LocalDate date) {
        return !date.isAfter(day)
                && (total.lastDays() == PurchaseTotal.EVER || date.isAfter(day.minusDays(total.lastDays())));
    }

    private static double part(PurchaseTotal total, Purchase purchase) {
        if (total.measure() == PurchaseMeasure.ORDERS) {
            return !purchase.refund() && (!total.ofLines() || hasLine(total, purchase)) ? 1 : 0;
        }
        return total.ofLines() ? ofLines(total, purchase) : purchase.amount();
    }

    private static boolean hasLine(PurchaseTotal total, Purchase purchase) {
        return purchase.lines().stream().anyMatch(line -> isAbout(total, line));
    }

    private static double ofLines(PurchaseTotal total, Purchase purchase) {
        return purchase.lines().stream()
                .filter(line -> isAbout(total, line))
                .mapToDouble(line -> total.measure() == PurchaseMeasure.UNITS ? line.quantity() : line.amount())
                .sum();
    }

    private static boolean isAbout(PurchaseTotal total, PurchaseLine line) {
        return isOrAll(total.product(), line.product()) && isOrAll(total.category(), line.category());
    }

    private static boolean isOrAll(String wanted, String found) {
        return wanted.isEmpty() || wanted.toLowerCase(Locale.ROOT).equals(found.toLowerCase(Locale.ROOT));
    }
}
