/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which fields of Oro's contacts are what. Those for marks and opt-outs an administrator adds under System, Entities; Oro's API makes none.
 *
 * @param segment a field of type String
 * @param score a field of type Float or Decimal, in percent
 * @param reason a field of type String or Text
 * @param emailOptOut a field of type Boolean; true means no marketing mail
 * @param chosen names of the fields that become attributes, those of the primary address behind {@code addresses.}; empty where nobody chose, for the usual ones
 */
public record OroFields(
        String segment, String score, String reason, Optional<String> emailOptOut, Optional<List<String>> chosen) {
    static final OroFields DEFAULT =
            new OroFields("segcast_segment", "segcast_score", "segcast_reason", Optional.empty(), Optional.empty());

    public OroFields {
        for (String name : List.of(segment, score, reason)) {
            check(name);
        }
        Objects.requireNonNull(emailOptOut, "emailOptOut").ifPresent(OroFields::check);
        chosen = chosen.map(List::copyOf);
        chosen.ifPresent(names -> names.forEach(name -> check(withinAddress(name))));
    }

    /** Those that hold our marks. */
    List<String> marks() {
        return List.of(segment, score, reason);
    }

    /** What makes a read of everything tell something else; empty text for the usual ones. */
    String described() {
        return chosen.map(names -> ", fields " + String.join(" ", names)).orElse("");
    }

    static boolean isName(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9_]{0,54}");
    }

    /** The name itself where it is one of a contact's own. */
    static String withinAddress(String name) {
        return name.startsWith(OroAttributes.ADDRESS) ? name.substring(OroAttributes.ADDRESS.length()) : name;
    }

    private static void check(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + name + "' is no field name of Oro");
        }
    }
}
