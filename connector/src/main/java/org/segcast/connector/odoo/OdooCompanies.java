/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** The companies that this Odoo is run for, as far as the key's user may see them; read once. The main one is the first. */
final class OdooCompanies {
    private final OdooClient client;
    private Optional<List<OdooRow>> companies = Optional.empty();

    OdooCompanies(OdooClient client) {
        this.client = client;
    }

    synchronized void forget() {
        companies = Optional.empty();
    }

    private synchronized List<OdooRow> all() {
        if (companies.isEmpty()) {
            companies = Optional.of(
                    OdooQuery.read(client, "res.company", OdooDomain.all(), "name", "partner_id", "currency_id"));
        }
        return companies.orElseThrow();
    }

    OdooRow main() {
        return all().stream().findFirst().orElseThrow(() -> new IllegalArgumentException("Odoo has no company"));
    }

    /** Partners that stand for the companies themselves. */
    Set<Integer> partners() {
        Set<Integer> found = new TreeSet<>();
        all().forEach(company -> company.reference("partner_id").ifPresent(found::add));
        return found;
    }

    Set<Integer> currencies() {
        Set<Integer> found = new TreeSet<>();
        all().forEach(company -> found.add(company.needReference("currency_id")));
        return found;
    }

    /** The currency in which a company keeps its books; the main company's where a record belongs to none. */
    int currency(OptionalInt company) {
        return all().stream()
                .filter(found -> company.isPresent() && found.id() == company.getAsInt())
                .findFirst()
                .orElseGet(this::main)
                .needReference("currency_id");
    }
}
