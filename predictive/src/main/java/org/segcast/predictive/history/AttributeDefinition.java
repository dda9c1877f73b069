/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.history;

import java.util.Objects;
import org.segcast.predictive.SegcastException;

/** A column of the CRM's contacts: its name there and how to read its values. */
public record AttributeDefinition(String name, AttributeType type) {

    public AttributeDefinition {
        SegcastException.require(!name.isBlank(), "an attribute's name must not be blank");
        Objects.requireNonNull(type);
    }
}
