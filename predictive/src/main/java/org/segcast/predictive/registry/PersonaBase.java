/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import org.segcast.predictive.feature.FeatureSchema;

/**
 * Whom a segment is compared with: all customers, which are all contacts with orders, and its members if they have none. As common table expressions {@code member (contact_id)}
 * and {@code base}, the matrix's rows of all customers with {@code is_member}; the first two values of the statement are the segment's kind and key.
 */
final class PersonaBase {

    private PersonaBase() {}

    static String with(FeatureSchema schema) {
        return "WITH member AS (SELECT contact_id FROM predictive.membership WHERE kind = ? AND segment = ?),"
                + " base AS (SELECT f.*, m.contact_id IS NOT NULL AS is_member FROM predictive.feature f"
                + " LEFT JOIN member m ON m.contact_id = f.contact_id WHERE m.contact_id IS NOT NULL OR f.n"
                + schema.numericIndex("order_count") + " > 0) ";
    }
}
