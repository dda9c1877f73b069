/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.List;
import java.util.Map;

/**
 * The arguments of a {@code search_read} in id order. {@code load=""} asks for bare ids where a field points to another record: computing the
 * display names makes reading orders 3.5 times slower (60,000 orders on Odoo 19: 11,000/s with, 38,000/s without).
 */
record OdooQuery(OdooDomain domain, List<String> fields, int limit) {
    static final int NO_LIMIT = 0;

    /** Odoo's ids are integers of 32 bits; a domain with a greater number ends in an error of its database. */
    static boolean isId(String text) {
        return text.matches("[1-9][0-9]{0,8}");
    }

    Map<String, Object> arguments() {
        return limit == NO_LIMIT
                ? Map.of("domain", domain.terms(), "fields", fields, "order", "id", "load", "")
                : Map.of("domain", domain.terms(), "fields", fields, "order", "id", "load", "", "limit", limit);
    }

    static List<OdooRow> read(OdooClient client, String model, OdooDomain domain, String... fields) {
        return client.rows(model, "search_read", new OdooQuery(domain, List.of(fields), NO_LIMIT).arguments());
    }
}
