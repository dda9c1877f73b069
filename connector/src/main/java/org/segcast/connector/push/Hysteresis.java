/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

/**
 * How much a score must move to be written again.
 *
 * @param points of the percentile, or of the chance in percent, whichever moves by at least as much; 0 for every difference that a reader sees
 */
public record Hysteresis(int points) {
    public static final Hysteresis NONE = new Hysteresis(0);

    public Hysteresis {
        if (points < 0 || points > 100) {
            throw new IllegalArgumentException("hysteresis " + points + ", expected 0 to 100 points");
        }
    }
}
