/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.util.Objects;

/** An attribute that some contacts have; single values may still be of another type, for real data holds dirt. */
public record AttributeDefinition(String name, AttributeType type) {
    public AttributeDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }
}
