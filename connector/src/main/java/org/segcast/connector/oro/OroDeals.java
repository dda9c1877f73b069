/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.EngagementRecord;

/**
 * Opportunities of contacts that were won or lost.
 *
 * <p>Oro's API cannot filter them by their change stamp, so every sync reads all that are closed. It keeps the time of closing to itself ({@code closedAt}) and tells a day
 * on which the deal closes or was expected to ({@code closeDate}): that day counts unless it lies behind the last change, which counts then.
 */
final class OroDeals implements OroPart {
    private static final String CONTACT = "contact";

    @Override
    public String type() {
        return "opportunities";
    }

    @Override
    public String label() {
        return "opportunities";
    }

    @Override
    public String kindField() {
        return "status";
    }

    @Override
    public Map<String, EngagementKind> kinds() {
        return Map.of("won", EngagementKind.LEAD_WON, "lost", EngagementKind.LEAD_LOST);
    }

    @Override
    public OroQuery ofContacts(OroQuery query) {
        return query.where(CONTACT, "exists", "yes");
    }

    @Override
    public OroQuery changedSince(OroQuery query, Instant since) {
        return query;
    }

    @Override
    public List<String> fields() {
        return List.of("closeDate", "updatedAt", CONTACT);
    }

    @Override
    public EngagementRecord record(OroResource deal, String id, EngagementKind kind) {
        Instant changed = deal.needTime("updatedAt");
        LocalDateTime lastChange = LocalDateTime.ofInstant(changed, ZoneOffset.UTC);
        LocalDateTime closed = deal.text("closeDate")
                .map(OroDeals::day)
                .map(LocalDate::atStartOfDay)
                .filter(day -> !day.isAfter(lastChange))
                .orElse(lastChange);
        return new EngagementRecord(id, deal.needOne(CONTACT).id(), kind, closed, Optional.of(changed));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("field closeDate is no day", e);
        }
    }
}
