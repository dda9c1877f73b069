/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.Objects;

/**
 * What a sales rep reads beside the tags.
 *
 * @param segment the segment's name
 * @param percent percentile: the chance of a response is higher than this many of 100 customers'; 0 to 100, one decimal
 * @param reason one line in plain words, with the chance itself
 */
public record ScoreMark(String segment, double percent, String reason) {
    public ScoreMark {
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(reason, "reason");
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("score " + percent + ", expected 0 to 100 percent");
        }
        percent = Math.round(percent * 10) / 10.0;
    }
}
