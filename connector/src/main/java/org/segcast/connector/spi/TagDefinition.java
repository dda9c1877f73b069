/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

/**
 * A tag of ours.
 *
 * @param key stable within Segcast, lower case with hyphens; the identity
 * @param name what people read in the CRM; may be renamed there, the identity stays
 * @param colour slot 1 to 10
 */
public record TagDefinition(String key, String name, int colour) {
    public TagDefinition {
        if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("tag key '" + key + "', expected lower-case words joined by hyphens");
        }
        if (name.isBlank() || colour < 1 || colour > 10) {
            throw new IllegalArgumentException(
                    "tag '" + key + "' needs a name and a colour of 1 to 10, found " + colour);
        }
    }
}
