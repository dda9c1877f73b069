/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

/** What of a contact's purchases is counted or added up. */
public enum PurchaseMeasure {
    /** Orders; refunds are none. With a product or category: orders that have a line of it. */
    ORDERS("orders", "orders"),
    /** Amount of orders less refunds. With a product or category: of its lines. */
    SPENT("spent", "currency"),
    /** Units of the lines less what came back. */
    UNITS("units", "units");

    private final String words;
    private final String unit;

    PurchaseMeasure(String words, String unit) {
        this.words = words;
        this.unit = unit;
    }

    public String words() {
        return words;
    }

    public String unit() {
        return unit;
    }
}
