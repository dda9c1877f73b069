/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.history;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every contact who may be profiled, with its purchases. Whoever objected to profiling or has no lawful basis is not in here: all
 * that is inferred starts from this port, so such a person is in no training set, segment, score or tag.
 */
public interface PurchaseHistories {

    /** The contacts' attributes, the same ones in the same order for every call. */
    List<AttributeDefinition> attributes();

    /** Codes of the currencies that purchases were agreed on in, the same ones in the same order for every call; those of the rest are unknown. */
    List<String> currencies();

    /**
     * Gives every profiled contact exactly once, by ascending id (as {@link String#compareTo}), with its purchases dated on or before
     * the as-of date, oldest first. Contacts without such a purchase come with an empty list. Repeated calls give the same.
     */
    void forEach(LocalDate asOf, Consumer<PurchaseHistory> sink);
}
