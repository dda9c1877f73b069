/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a partner counts for: itself where it is a contact, else the nearest partner above it that is one (an invoice address for its person or
 * company, an employee for the company). On the level of companies that is what Odoo keeps as {@code commercial_partner_id}.
 * Whoever was told as a contact already is not looked up.
 */
final class OdooEntities {
    private static final String[] FIELDS = {"is_company", "parent_id", "type"};

    private final OdooContactLevel level;
    private final OdooContactIds contacts;
    private final OdooLookup partners;

    OdooEntities(OdooClient client, OdooContactLevel level, OdooContactIds contacts) {
        this.level = level;
        this.contacts = contacts;
        this.partners = new OdooLookup(client, "res.partner", FIELDS);
    }

    void forget() {
        partners.forget();
    }

    /** Reads those not known yet and whoever is above them: one call for each storey of addresses, as a rule one or two. */
    void learn(Stream<OptionalInt> references) {
        List<OptionalInt> storey =
                references.filter(partner -> !isContact(partner)).toList();
        while (!storey.isEmpty()) {
            partners.learn(storey.stream());
            storey = storey.stream()
                    .flatMap(partner -> partners.row(partner).stream())
                    .filter(partner -> !level.isContact(partner))
                    .map(partner -> partner.reference("parent_id"))
                    .filter(partner -> !isContact(partner))
                    .collect(Collectors.toSet())
                    .stream()
                    .toList();
        }
    }

    private boolean isContact(OptionalInt partner) {
        return partner.isPresent() && contacts.contains(partner.getAsInt());
    }

    /** Partners by a condition, learnt in the same call. */
    List<OptionalInt> read(OdooDomain domain) {
        List<OptionalInt> found =
                partners.read(domain).stream().map(OptionalInt::of).toList();
        learn(found.stream());
        return found;
    }

    /** The contact of a partner that {@link #learn} was told of; empty where somebody deleted it meanwhile. */
    OptionalInt of(OptionalInt partner) {
        OptionalInt at = partner;
        while (!isContact(at)
                && partners.row(at).filter(found -> !level.isContact(found)).isPresent()) {
            at = partners.row(at).map(parent()).orElseThrow();
        }
        return isContact(at) || partners.row(at).isPresent() ? at : OptionalInt.empty();
    }

    private static Function<OdooRow, OptionalInt> parent() {
        return partner -> partner.reference("parent_id");
    }

    boolean isCompany(OptionalInt partner) {
        return partners.row(partner).filter(found -> found.flag("is_company")).isPresent();
    }

    /** As text, for a record that needs one. */
    String need(OdooRow row, String field) {
        int contact = of(OptionalInt.of(row.needReference(field)))
                .orElseThrow(() -> new IllegalArgumentException("its contact cannot be read"));
        return Integer.toString(contact);
    }
}
