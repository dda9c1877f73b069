/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.history;

import java.util.Map;
import org.segcast.predictive.SegcastException;

/**
 * A contact who may be profiled, as the CRM describes it today.
 *
 * @param id the CRM's own id
 * @param attributes values as text by attribute name; an absent or empty one is missing. Their types are in {@link AttributeDefinition}
 */
public record ContactProfile(String id, Map<String, String> attributes) {

    public ContactProfile {
        SegcastException.require(!id.isBlank(), "a contact's id must not be blank");
        attributes = Map.copyOf(attributes);
    }

    /** The attribute's text, empty where it is missing. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
