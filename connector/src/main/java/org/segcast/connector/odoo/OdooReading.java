/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is read of contacts.
 *
 * @param level who is a contact of its own
 * @param noProfilingTag name of the admin's own tag (its child tags count too) for people who object to profiling, beside the one that Segcast makes
 * @param noProfilingField name of a yes-or-no field of contacts that says the same, where there is one
 * @param fields names of the fields that become attributes; empty where nobody chose, for the usual ones
 */
public record OdooReading(
        OdooContactLevel level,
        String noProfilingTag,
        Optional<String> noProfilingField,
        Optional<List<String>> fields) {
    static final String NO_PROFILING_TAG = "No profiling";

    public static final OdooReading DEFAULT =
            new OdooReading(OdooContactLevel.COMPANY, NO_PROFILING_TAG, Optional.empty(), Optional.empty());

    public OdooReading {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(noProfilingTag, "noProfilingTag");
        Objects.requireNonNull(noProfilingField, "noProfilingField");
        fields = fields.map(List::copyOf);
    }

    /** What makes a read of everything tell something else; empty text for the defaults. */
    String described() {
        String persons = level == OdooContactLevel.PERSON ? ", every person a contact" : "";
        return persons
                + fields.map(names -> ", fields " + String.join(" ", names)).orElse("");
    }
}
