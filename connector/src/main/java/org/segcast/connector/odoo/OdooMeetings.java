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
 * Who was invited to which meeting of Odoo's calendar and did not decline. Meetings to come are told too, with their date: which of them are past is for the reader, who
 * knows as of when. A meeting that is moved stamps itself, not those invited.
 */
final class OdooMeetings implements OdooPart<EngagementRecord> {
    private static final String PREFIX = "meeting-";

    private final OdooEntities entities;
    private final OdooLookup meetings;

    OdooMeetings(OdooClient client, OdooEntities entities) {
        this.entities = entities;
        this.meetings = new OdooLookup(client, "calendar.event", "start");
    }

    @Override
    public String place() {
        return PREFIX;
    }

    @Override
    public String model() {
        return "calendar.attendee";
    }

    @Override
    public Set<String> series() {
        return Set.of(PREFIX);
    }

    @Override
    public OdooDomain all() {
        return OdooDomain.all()
                .and("partner_id.partner_share", "=", true)
                .and("state", "!=", "declined")
                .and("event_id.active", "=", true);
    }

    @Override
    public List<OdooDomain> changed(Instant since) {
        return List.of(
                OdooDomain.all().and(OdooDomain.since("write_date", since)),
                OdooDomain.all().and(OdooDomain.since("event_id.write_date", since)));
    }

    @Override
    public List<String> fields() {
        return List.of("partner_id", "event_id", "write_date");
    }

    @Override
    public void forget() {
        entities.forget();
        meetings.forget();
    }

    @Override
    public void learn(List<OdooRow> rows) {
        entities.learn(rows.stream().map(row -> row.reference("partner_id")));
        meetings.learn(rows.stream().map(row -> row.reference("event_id")));
    }

    @Override
    public Stream<EngagementRecord> records(OdooRow row) {
        OdooRow meeting = meetings.row(OptionalInt.of(row.needReference("event_id")))
                .orElseThrow(() -> new IllegalArgumentException("its meeting cannot be read"));
        return Stream.of(new EngagementRecord(
                PREFIX + row.id(),
                entities.need(row, "partner_id"),
                EngagementKind.MEETING,
                meeting.needTime("start"),
                row.instant("write_date")));
    }
}
