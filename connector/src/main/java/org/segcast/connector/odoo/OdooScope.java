/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which partners are contacts, on the level that the settings say, see {@link OdooContactLevel}; the orders of all addresses below a contact count for it.
 *
 * <p>Left out: partners with an active internal user ({@code partner_share} is false, a stored field that Odoo keeps), the partner of each company
 * of this Odoo, and the templates behind the public and portal users.
 */
final class OdooScope {
    private static final List<String> TEMPLATE_LOGINS = List.of("public", "portaltemplate", "default");

    private final OdooClient client;
    private final OdooCompanies companies;
    private final OdooContactLevel level;
    private Optional<Set<Integer>> own = Optional.empty();

    OdooScope(OdooClient client, OdooCompanies companies, OdooContactLevel level) {
        this.client = client;
        this.companies = companies;
        this.level = level;
    }

    synchronized void forget() {
        own = Optional.empty();
        companies.forget();
    }

    OdooDomain contacts() {
        return partners().andAny(level.terms()).and("partner_share", "=", true);
    }

    /** All but this Odoo's own: contacts, addresses and employees. */
    synchronized OdooDomain partners() {
        if (own.isEmpty()) {
            own = Optional.of(readOwn());
        }
        return OdooDomain.alsoArchived().and("id", "not in", own.orElseThrow());
    }

    private Set<Integer> readOwn() {
        Set<Integer> found = new TreeSet<>(companies.partners());
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
