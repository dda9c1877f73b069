/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

/** What a feature is about, in the order in which a dictionary shows them. */
public enum FeatureGroup {
    ORDERS("Orders and money"),
    RHYTHM("Rhythm"),
    SEASON("Season"),
    BASKET("Basket and range"),
    DISCOUNTS("Discounts"),
    REFUNDS("Refunds"),
    CHANNEL("Channel"),
    CURRENCY("Currency"),
    ENGAGEMENT("Engagement"),
    PERSON("Person"),
    PLACE("Place"),
    COMPANY("Company"),
    NOTES("Notes and answers"),
    ATTRIBUTES("Contact fields");

    private final String label;

    FeatureGroup(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }
}
