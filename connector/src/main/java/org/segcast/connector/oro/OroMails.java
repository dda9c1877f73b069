/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.EngagementRecord;

/**
 * Mails of campaigns that were sent, opened and clicked: Oro's marketing activities, which its own campaigns and those of connected mail services leave behind. They never
 * change, so those since a day of action are the new ones; one that arrives later than it happened is found by its id.
 *
 * <p>Oro cannot be asked for those of contacts alone; what happened to a customer or a lead is left out and listed.
 */
final class OroMails implements OroPart {
    private static final String AT = "actionDate";

    @Override
    public String type() {
        return "marketingactivities";
    }

    @Override
    public String label() {
        return "mails of campaigns";
    }

    @Override
    public String kindField() {
        return "marketingActivityType";
    }

    @Override
    public Map<String, EngagementKind> kinds() {
        return Map.of(
                "send", EngagementKind.MAIL_SENT,
                "open", EngagementKind.MAIL_OPENED,
                "click", EngagementKind.MAIL_CLICKED);
    }

    @Override
    public OroQuery ofContacts(OroQuery query) {
        return query;
    }

    @Override
    public OroQuery changedSince(OroQuery query, Instant since) {
        return query.since(AT, since);
    }

    @Override
    public List<String> fields() {
        return List.of(AT, "entity");
    }

    @Override
    public EngagementRecord record(OroResource mail, String id, EngagementKind kind) {
        Instant at = mail.needTime(AT);
        OroResource.Key person = mail.needOne("entity");
        if (!person.type().equals("contacts")) {
            throw new IllegalArgumentException(
                    "it happened to one of Oro's " + person.type() + ", who are no contacts");
        }
        return new EngagementRecord(
                id, person.id(), kind, LocalDateTime.ofInstant(at, ZoneOffset.UTC), Optional.of(at));
    }
}
