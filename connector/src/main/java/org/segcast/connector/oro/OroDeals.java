/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.segcast.connector.oro.OroResource.Key;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.IdRange;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.SegcastException;

/**
 * Opportunities of contacts that were won or lost.
 *
 * <p>Oro's API cannot filter them by their change stamp, so every sync reads all that are closed. It keeps the time of closing to itself ({@code closedAt}) and tells a day
 * on which the deal closes or was expected to ({@code closeDate}): that day counts unless it lies behind the last change, which counts then.
 */
final class OroDeals {
    private static final String TYPE = "opportunities";
    private static final Map<String, EngagementKind> KINDS =
            Map.of("won", EngagementKind.LEAD_WON, "lost", EngagementKind.LEAD_LOST);
    private static final Set<ErrorCode> CLOSED = Set.of(ErrorCode.MODULE_MISSING, ErrorCode.RIGHTS_MISSING);

    private final OroClient client;
    private final OroReader reader;

    OroDeals(OroClient client, OroConfig config) {
        this.client = client;
        this.reader = new OroReader(client, config.pageSize());
    }

    /** None where this Oro has no opportunities or the application's user may not see them. */
    Page<EngagementRecord> page(PageRequest request) {
        try {
            OroReader.Slice slice = reader.slice(query(), request.afterId(), request.size());
            return page(slice.document(), slice.last() ? Optional.empty() : slice.lastId());
        } catch (SegcastException e) {
            if (CLOSED.contains(e.code())) {
                return Page.none();
            }
            throw e;
        }
    }

    Page<EngagementRecord> byId(Set<String> ids) {
        Page<EngagementRecord> page = reader.byId(
                query(),
                ids.stream().map(id -> id.substring(id.lastIndexOf('-') + 1)),
                document -> page(document, Optional.empty()));
        return new Page<>(
                page.records().stream().filter(deal -> ids.contains(deal.id())).toList(),
                page.rejected(),
                Optional.empty());
    }

    /** What the ids of won ones and of lost ones begin with; none where they are closed to this user. */
    Set<String> prefixes() {
        try {
            client.get(OroQuery.of(TYPE).fields(TYPE, "id").page(1));
            return Set.of(prefix("won"), prefix("lost"));
        } catch (SegcastException e) {
            if (CLOSED.contains(e.code())) {
                return Set.of();
            }
            throw e;
        }
    }

    static OroQuery within(IdRange range) {
        String status = range.prefix().replace("-", "");
        return ofContacts(status).fields(TYPE, "id").between(range.first(), range.last());
    }

    private static String prefix(String status) {
        return status + "-";
    }

    private static OroQuery query() {
        return ofContacts("won,lost").fields(TYPE, "closeDate", "updatedAt", "status", "contact");
    }

    private static OroQuery ofContacts(String status) {
        return OroQuery.of(TYPE).where("status", status).where("contact", "exists", "yes");
    }

    private static Page<EngagementRecord> page(OroDocument document, Optional<String> next) {
        return OroPages.page(document.data(), OroDeals::deal, RecordKind.ENGAGEMENT, next);
    }

    private static EngagementRecord deal(OroResource deal) {
        String status = need(deal, "status");
        Instant changed = deal.needTime("updatedAt");
        LocalDateTime lastChange = LocalDateTime.ofInstant(changed, ZoneOffset.UTC);
        LocalDateTime closed = deal.text("closeDate")
                .map(OroDeals::day)
                .map(LocalDate::atStartOfDay)
                .filter(day -> !day.isAfter(lastChange))
                .orElse(lastChange);
        return new EngagementRecord(
                prefix(status) + deal.id(), need(deal, "contact"), KINDS.get(status), closed, Optional.of(changed));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("field closeDate is no day", e);
        }
    }

    private static String need(OroResource deal, String relationship) {
        return deal.one(relationship)
                .map(Key::id)
                .orElseThrow(() -> new IllegalArgumentException("field " + relationship + " is empty"));
    }
}
