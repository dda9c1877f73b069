/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which partners are contacts: the commercial entities, that is companies and persons who belong to no other partner. Odoo's
 * {@code commercial_partner_id} of such a partner is itself, and the orders of all addresses below it count for it.
 *
 * <p>Left out: partners with an active internal user ({@code partner_share} is false, a stored field that Odoo keeps), the partner of each company
 * of this Odoo, and the templates behind the public and portal users.
 */
final class OdooScope {
    private static final List<String> TEMPLATE_LOGINS = List.of("public", "portaltemplate", "default");

    private final OdooClient client;
    private Optional<Set<Integer>> own = Optional.empty();

    OdooScope(OdooClient client) {
        this.client = client;
    }

    void forget() {
        own = Optional.empty();
    }

    OdooDomain contacts() {
        if (own.isEmpty()) {
            own = Optional.of(readOwn());
        }
        return OdooDomain.alsoArchived()
                .andAny(List.of(OdooDomain.term("is_company", "=", true), OdooDomain.term("parent_id", "=", false)))
                .and("partner_share", "=", true)
                .and("id", "not in", own.orElseThrow());
    }

    private Set<Integer> readOwn() {
        Set<Integer> found = new TreeSet<>();
        OdooQuery.read(client, "res.company", OdooDomain.all(), "partner_id")
                .forEach(row -> row.reference("partner_id").ifPresent(found::add));
        OdooDomain templates = OdooDomain.all()
                .and("active", "=", false)
                .andAny(List.of(
                        OdooDomain.term("login", "in", TEMPLATE_LOGINS),
                        OdooDomain.term("login", "=like", "public-user@company-%.com")));
        OdooQuery.read(client, "res.users", templates, "partner_id")
                .forEach(row -> row.reference("partner_id").ifPresent(found::add));
        return found;
    }
}
