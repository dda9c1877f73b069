/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Fields that an administrator adds to Oro's contacts under System, Entities; its API makes none.
 *
 * @param segment a field of type String
 * @param score a field of type Float or Decimal, in percent
 * @param reason a field of type String or Text
 * @param emailOptOut a field of type Boolean; true means no marketing mail
 * @param leftOut fields of contacts that are not read as attributes, such as sums of what was ordered
 */
public record OroFields(
        String segment, String score, String reason, Optional<String> emailOptOut, Set<String> leftOut) {
    static final OroFields DEFAULT =
            new OroFields("segcast_segment", "segcast_score", "segcast_reason", Optional.empty(), Set.of());

    public OroFields {
        for (String name : List.of(segment, score, reason)) {
            check(name);
        }
        Objects.requireNonNull(emailOptOut, "emailOptOut").ifPresent(OroFields::check);
        leftOut = Set.copyOf(leftOut);
        leftOut.forEach(OroFields::check);
    }

    /** Those that hold our marks. */
    List<String> marks() {
        return List.of(segment, score, reason);
    }

    private static void check(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,54}")) {
            throw new IllegalArgumentException("'" + name + "' is no field name of Oro");
        }
    }
}
