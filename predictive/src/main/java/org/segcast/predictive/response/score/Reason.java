/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import java.util.Objects;
import org.segcast.predictive.SegcastException;

/**
 * One thing that moves a customer's score.
 *
 * @param feature the strongest one of its family
 * @param contribution of the whole family, on the log-odds, against the average customer; never zero
 * @param headline a few words
 * @param detail a sentence with the customer's own numbers
 * @param brief the same in a few words, to be joined with others into one line
 */
public record Reason(
        String feature, Direction direction, double contribution, String headline, String detail, String brief) {

    /** What it does to this customer's chance. */
    public enum Direction {
        RAISES,
        LOWERS
    }

    public Reason {
        Objects.requireNonNull(direction);
        SegcastException.require(
                !feature.isBlank() && !headline.isBlank() && !detail.isBlank() && !brief.isBlank(),
                "a reason must have its words, found none for " + feature);
    }
}
