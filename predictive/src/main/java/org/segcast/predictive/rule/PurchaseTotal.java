/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.Objects;
import org.segcast.predictive.SegcastException;

/**
 * One number per contact, of its purchases in a window that ends with the as-of date.
 *
 * @param product key as the CRM gives it; empty for all
 * @param category name as the CRM gives it; empty for all
 * @param lastDays dated after as-of minus this many days; {@link #EVER} for all
 */
public record PurchaseTotal(PurchaseMeasure measure, String product, String category, int lastDays) {
    public static final int EVER = 0;

    public PurchaseTotal {
        Objects.requireNonNull(measure);
        product = product.strip();
        category = category.strip();
        SegcastException.require(lastDays >= 0, "a window must not be negative, found " + lastDays + " days");
    }

    /** Whether lines are asked for, not orders as a whole. */
    public boolean ofLines() {
        return measure == PurchaseMeasure.UNITS || !product.isEmpty() || !category.isEmpty();
    }
}
