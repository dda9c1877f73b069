/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.EngagementRecord;

/**
 * Tracked pages of Odoo's own website that visitors who signed in have seen. Odoo keeps no change stamp on these rows; they never change, only whose they are is told when
 * the visitor signs in, which stamps the visitor.
 */
final class OdooVisits implements OdooPart<EngagementRecord> {
    private static final String PREFIX = "visit-";

    private final OdooEntities entities;
    private final OdooLookup visitors;

    OdooVisits(OdooClient client, OdooEntities entities) {
        this.entities = entities;
        this.visitors = new OdooLookup(client, "website.visitor", "partner_id");
    }

    @Override
    public String place() {
        return PREFIX;
    }

    @Override
    public String model() {
        return "website.track";
    }

    @Override
    public Set<String> series() {
        return Set.of(PREFIX);
    }

    @Override
    public OdooDomain all() {
        return OdooDomain.all().and("visitor_id.partner_id.partner_share", "=", true);
    }

    @Override
    public List<OdooDomain> changed(Instant since) {
        return List.of(
                OdooDomain.all().and(OdooDomain.since("visit_datetime", since)),
                OdooDomain.all().and(OdooDomain.since("visitor_id.write_date", since)));
    }

    @Override
    public List<String> fields() {
        return List.of("visitor_id", "visit_datetime");
    }

    @Override
    public void forget() {
        entities.forget();
        visitors.forget();
    }

    @Override
    public void learn(List<OdooRow> rows) {
        visitors.learn(rows.stream().map(row -> row.reference("visitor_id")));
        entities.learn(rows.stream().map(this::partner));
    }

    private OptionalInt partner(OdooRow row) {
        return visitors.row(row.reference("visitor_id"))
                .map(visitor -> visitor.reference("partner_id"))
                .orElse(OptionalInt.empty());
    }

    @Override
    public Stream<EngagementRecord> records(OdooRow row) {
        int contact =
                entities.of(partner(row)).orElseThrow(() -> new IllegalArgumentException("its contact cannot be read"));
        return Stream.of(new EngagementRecord(
                PREFIX + row.id(),
                Integer.toString(contact),
                EngagementKind.WEBSITE_VISIT,
                row.needTime("visit_datetime"),
                row.instant("visit_datetime")));
    }
}
