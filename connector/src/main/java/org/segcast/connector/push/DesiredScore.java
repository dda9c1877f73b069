/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.Objects;
import org.segcast.connector.spi.ScoreMark;

/**
 * A score as it should stand in the CRM, with what tells whether a later one is worth sending.
 *
 * @param chance in percent, 0 to 100, as the reason's words tell it
 * @param topic what the reason is about, the same however it is worded; opaque here
 */
public record DesiredScore(ScoreMark mark, double chance, String topic) {
    public DesiredScore {
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(topic, "topic");
        if (!(chance >= 0 && chance <= 100)) {
            throw new IllegalArgumentException("chance " + chance + ", expected 0 to 100 percent");
        }
    }
}
