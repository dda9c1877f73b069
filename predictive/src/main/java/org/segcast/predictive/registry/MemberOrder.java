/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.util.Objects;

/**
 * By what the members of a segment are sorted; those without a value come last, equals by contact id.
 *
 * @param key an objective for SCORE, a numeric feature's name for FEATURE, empty for CONTACT_ID
 */
public record MemberOrder(By by, String key, boolean descending) {

    /** What is compared. */
    public enum By {
        CONTACT_ID,
        SCORE,
        FEATURE
    }

    public MemberOrder {
        Objects.requireNonNull(by);
        Objects.requireNonNull(key);
    }

    public static MemberOrder byContactId() {
        return new MemberOrder(By.CONTACT_ID, "", false);
    }

    public static MemberOrder byScore(String objective, boolean descending) {
        return new MemberOrder(By.SCORE, objective, descending);
    }

    public static MemberOrder byFeature(String feature, boolean descending) {
        return new MemberOrder(By.FEATURE, feature, descending);
    }
}
