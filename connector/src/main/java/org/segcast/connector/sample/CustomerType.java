/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sample;

/**
 * The latent types of the sample's customers. Gaps between orders are gamma distributed around a mean of the customer's own, which is gamma distributed around the
 * type's; a customer drops out after an exponential lifetime. That is the BG/NBD family's story with regular gaps (shape above 1) and seasons.
 */
enum CustomerType {
    //             share  gap days  alike  regularity  lifetime  basket  mail effect
    REGULAR(0.18, 42, 14, 8.0, 230, 1.6, 0.01),
    BIG_BASKET(0.28, 135, 6, 16.0, 2500, 4.0, 0.05),
    SEASONAL(0.11, 90, 4, 1.5, 1000, 2.2, 0.03),
    BARGAIN_SEEKER(0.15, 150, 4, 1.2, 700, 1.8, 0.16),
    NEWCOMER(0.07, 60, 4, 1.2, 200, 1.7, 0.09),
    ONE_TIMER(0.09, 0, 4, 1.0, 0, 1.3, -0.02),
    PROSPECT(0.12, 0, 4, 1.0, 0, 0, 0.02);

    /** Of all contacts. */
    final double share;
    /** Mean of the customers' mean gaps between orders, where no season stretches it. */
    final double gapDays;
    /** Shape of the mean gaps' distribution over customers: more is more alike. */
    final double alike;
    /** Shape of the gaps: 1 is a Poisson process, more is a rhythm. */
    final double regularity;
    /** Mean days until dropout. */
    final double lifetimeDays;
    /** Mean lines per order. */
    final double basket;
    /** What a campaign mail adds to the chance of a response. */
    final double mailEffect;

    CustomerType(
            double share,
            double gapDays,
            double alike,
            double regularity,
            double lifetimeDays,
            double basket,
            double mailEffect) {
        this.share = share;
        this.gapDays = gapDays;
        this.alike = alike;
        this.regularity = regularity;
        this.lifetimeDays = lifetimeDays;
        this.basket = basket;
        this.mailEffect = mailEffect;
    }

    boolean ordersAgain() {
        return gapDays > 0;
    }
}
