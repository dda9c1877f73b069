/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.EngagementRecord;

/**
 * Leads and opportunities of contacts that were won or lost, on the day they were closed. All versions close them alike: won is a probability of 100, lost one of 0 on an
 * archived lead; opening one again empties its closing date.
 */
final class OdooLeads implements OdooPart<EngagementRecord> {
    private static final String WON = "won-";
    private static final String LOST = "lost-";

    private final OdooEntities entities;

    OdooLeads(OdooEntities entities) {
        this.entities = entities;
    }

    @Override
    public String place() {
        return "lead-";
    }

    @Override
    public String model() {
        return "crm.lead";
    }

    @Override
    public Set<String> series() {
        return Set.of(WON, LOST);
    }

    @Override
    public OdooDomain of(String series) {
        return closed().and(series.equals(WON) ? won() : lost());
    }

    @Override
    public OdooDomain all() {
        return closed().andAnyOf(List.of(won(), lost()));
    }

    private static OdooDomain closed() {
        return OdooDomain.alsoArchived()
                .and("partner_id.partner_share", "=", true)
                .and("date_closed", "!=", false);
    }

    private static OdooDomain won() {
        return OdooDomain.all().and("active", "=", true).and("probability", ">=", 100);
    }

    private static OdooDomain lost() {
        return OdooDomain.all().and("active", "=", false).and("probability", "<=", 0);
    }

    @Override
    public List<OdooDomain> changed(Instant since) {
        return List.of(OdooDomain.all().and(OdooDomain.since("write_date", since)));
    }

    @Override
    public List<String> fields() {
        return List.of("partner_id", "active", "date_closed", "write_date");
    }

    @Override
    public void forget() {
        entities.forget();
    }

    @Override
    public void learn(List<OdooRow> rows) {
        entities.learn(rows.stream().map(row -> row.reference("partner_id")));
    }

    @Override
    public Stream<EngagementRecord> records(OdooRow row) {
        boolean won = row.flag("active");
        return Stream.of(new EngagementRecord(
                (won ? WON : LOST) + row.id(),
                entities.need(row, "partner_id"),
                won ? EngagementKind.LEAD_WON : EngagementKind.LEAD_LOST,
                row.needTime("date_closed"),
                row.instant("write_date")));
    }
}
