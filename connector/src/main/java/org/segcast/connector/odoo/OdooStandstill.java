/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether anything changed at all, from one call for each model: how many rows there are, and when the latest was stamped. Where nothing changed that call is all a read
 * needs, and its count tells of deletions too.
 */
final class OdooStandstill {
    private static final List<String> KINDS = List.of("partner_share", "is_company", "type");

    /** @param stamp of the row changed last; empty without rows */
    private record Figures(long count, Optional<Instant> stamp) {
        boolean before(Instant since) {
            Instant wholeSecond = since.minusNanos(since.getNano());
            return stamp.filter(at -> !at.isBefore(wholeSecond)).isEmpty();
        }
    }

    private final OdooClient client;
    private final OdooScope scope;
    private final OdooContactLevel level;
    private final Map<String, Figures> byModel = new HashMap<>();
    private Optional<Figures> partners = Optional.empty();

    OdooStandstill(OdooClient client, OdooScope scope, OdooContactLevel level) {
        this.client = client;
        this.scope = scope;
        this.level = level;
    }

    synchronized void forget() {
        byModel.clear();
        partners = Optional.empty();
    }

    /** Whether no partner was stamped since, be it a contact, an address or an employee. */
    synchronized boolean ofPartners(Instant since) {
        if (partners.isEmpty()) {
            partners = Optional.of(readPartners());
        }
        return partners.orElseThrow().before(since);
    }

    /** Whether none of these rows was stamped since. */
    synchronized boolean of(String model, OdooDomain rows, Instant since) {
        if (!byModel.containsKey(model)) {
            byModel.put(model, figures(groups(model, rows, List.of(), List.of()).get(0)));
        }
        return byModel.get(model).before(since);
    }

    /** Contacts there were when it was asked for; empty where it was not. */
    synchronized OptionalLong contacts() {
        return partners.map(known -> OptionalLong.of(known.count())).orElse(OptionalLong.empty());
    }

    /** As {@link #contacts}, for the rows that {@link #of} was asked for. */
    synchronized OptionalLong rows(String model) {
        return byModel.containsKey(model) ? OptionalLong.of(byModel.get(model).count()) : OptionalLong.empty();
    }

    private Figures readPartners() {
        long contacts = 0;
        Optional<Instant> latest = Optional.empty();
        for (OdooRow group : groups("res.partner", scope.partners(), KINDS, List.of("parent_id:count"))) {
            Figures told = figures(group);
            if (group.flag("partner_share")) {
                contacts += told.count() - (level.isContactAnywhere(group) ? 0 : below(group));
            }
            if (told.stamp().filter(latest.orElse(Instant.MIN)::isBefore).isPresent()) {
                latest = told.stamp();
            }
        }
        return new Figures(contacts, latest);
    }

    private static long below(OdooRow group) {
        return aggregate(group, "parent_id:count").map(BigDecimal::longValue).orElse(0L);
    }

    private List<OdooRow> groups(String model, OdooDomain rows, List<String> by, List<String> further) {
        List<String> aggregates = further.isEmpty()
                ? List.of("__count", "write_date:max")
                : List.of("__count", "write_date:max", further.get(0));
        return client.rows(
                model, "formatted_read_group", Map.of("domain", rows.terms(), "groupby", by, "aggregates", aggregates));
    }

    private static Figures figures(OdooRow group) {
        return new Figures(
                group.needNumber("__count").longValue(),
                group.instant("write_date:max").or(() -> group.instant("write_date")));
    }

    /** Before 17 an aggregate is named by its field alone. */
    private static Optional<BigDecimal> aggregate(OdooRow group, String name) {
        return group.number(name).or(() -> group.number(name.substring(0, name.indexOf(':'))));
    }
}
