/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.Objects;

/**
 * A field of the CRM's contacts that can be read as an attribute.
 *
 * @param name the CRM's own, stable
 * @param label what people read in the CRM
 * @param custom made by the CRM's users rather than part of it
 * @param byDefault read where nobody chose
 * @param chosen read now
 * @param filled contacts that have a value in it
 * @param total contacts looked at: all, or some spread over them where the CRM can't count by any field
 */
public record CrmField(
        String name,
        String label,
        Type type,
        boolean custom,
        boolean byDefault,
        boolean chosen,
        long filled,
        long total) {

    public enum Type {
        TEXT,
        NUMBER,
        FLAG,
        DATE,
        /** One of a list. */
        CHOICE,
        /** Another record, read as its name. */
        REFERENCE
    }

    public CrmField {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a field needs a name");
        }
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(type, "type");
        if (filled < 0 || total < filled) {
            throw new IllegalArgumentException(
                    "field " + name + " is filled for " + filled + " of " + total + " contacts");
        }
    }
}
