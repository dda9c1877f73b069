/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import java.util.Objects;
import org.segcast.predictive.SegcastException;

/**
 * Somebody who was drawn. How recently, how often and for how much this person buys is told in fifths of all customers, 5 the best, and 0 without orders: amounts and
 * counts of one's own would single a person out.
 */
public record Person(String contactId, Traits traits, String segment, int recency, int orders, int spend) {
    private static final int FIFTHS = 5;

    public Person {
        Objects.requireNonNull(contactId);
        Objects.requireNonNull(traits);
        Objects.requireNonNull(segment);
        if (!isFifth(recency) || !isFifth(orders) || !isFifth(spend)) {
            throw SegcastException.brokenContract(
                    "fifths must be 0 to 5, found " + recency + ", " + orders + " and " + spend);
        }
    }

    private static boolean isFifth(int rank) {
        return rank >= 0 && rank <= FIFTHS;
    }
}
