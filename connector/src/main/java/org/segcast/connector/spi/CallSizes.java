/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

/**
 * How much one writing call of a CRM takes.
 *
 * @param members contacts that get or lose one tag
 * @param scores contacts whose scores are written or cleared
 */
public record CallSizes(int members, int scores) {
    /** However much there is to write, it is one call. */
    public static final CallSizes UNBOUNDED = new CallSizes(Integer.MAX_VALUE, Integer.MAX_VALUE);

    public CallSizes {
        if (members < 1 || scores < 1) {
            throw new IllegalArgumentException(
                    "calls of " + members + " members and " + scores + " scores, expected 1 at least");
        }
    }
}
