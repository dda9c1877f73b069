/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.util.List;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.history.Purchase;
import org.segcast.predictive.history.PurchaseLine;

/** One number for all that rules read of a contact: its row of the matrix and its purchases. Of 64 bits, so that no two of millions meet by chance. */
final class Fingerprint {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private long number = FACTOR;

    private Fingerprint() {}

    static long of(FeatureVector vector, List<Purchase> purchases) {
        Fingerprint print = new Fingerprint();
        print.add(vector.contactId());
        for (int i = 0; i < vector.numericCount(); i++) {
            print.add(vector.numeric(i));
        }
        for (int i = 0; i < vector.nominalCount(); i++) {
            print.add(vector.nominal(i));
        }
        purchases.forEach(print::add);
        return print.number;
    }

    private void add(Purchase purchase) {
        add(purchase.date().toEpochDay());
        add(purchase.amount());
        add(purchase.refund() ? 1 : 0);
        for (PurchaseLine line : purchase.lines()) {
            add(line.product());
            add(line.category());
            add(line.quantity());
            add(line.amount());
        }
        add(purchase.lines().size());
    }

    private void add(double value) {
        add(Double.doubleToLongBits(value));
    }

    private void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            add((long) text.charAt(i));
        }
        add(text.length());
    }

    private void add(int value) {
        add((long) value);
    }

    private void add(long value) {
        number = (number ^ value) * FACTOR;
        number ^= number >>> 29;
    }
}
