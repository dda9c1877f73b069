/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.segcast.connector.spi.CampaignResponse;

/**
 * The copy of the CRM's contacts, orders and campaign responses. Dates are inclusive: as of a date means up to its end (UTC), and nothing dated later is ever
 * told. An order of a contact that is not there does not count.
 */
public final class Mirror {
    private static final String KNOWN = " AND ordered_at < ? AND contact_id IN (SELECT id FROM mirror.contact)";
    private static final String COUNTED = " FROM mirror.orders o WHERE state = 'CONFIRMED'" + KNOWN;

    private final Warehouse warehouse;
    private final MirrorHistories histories;
    private final MirrorContacts contacts;

    /** Makes the tables where they are missing. */
    public Mirror(Warehouse warehouse) {
        this.warehouse = warehouse;
        histories = new MirrorHistories(warehouse);
        contacts = new MirrorContacts(warehouse);
        MirrorSession.inTransaction(warehouse, MirrorSchema::ensure);
    }

    /** The way in, for the sync. */
    public MirrorIntake intake() {
        return new MirrorIntake(warehouse);
    }

    public MirrorCounts counts(LocalDate asOf) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            long all = session.number("SELECT count(*) FROM mirror.contact");
            return session.first(
                            "SELECT count(DISTINCT contact_id), count(*)" + COUNTED,
                            row -> new MirrorCounts(all, row.getLong(1), row.getLong(2)),
                            asOf.plusDays(1).atStartOfDay())
                    .orElseThrow();
        }
    }

    /**
     * Everybody who may be profiled and is not archived, by ascending id, with their confirmed orders and refunds up to the date; memory stays flat however many there are.
     * The visitor must not write to the mirror.
     */
    public void stream(LocalDate asOf, Consumer<MirrorHistory> visitor) {
        histories.stream(asOf, visitor);
    }

    /** By name. */
    public List<AttributeDefinition> attributes() {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.list(
                    "SELECT name, type FROM mirror.attribute_definition ORDER BY name",
                    row -> new AttributeDefinition(row.getString(1), AttributeType.valueOf(row.getString(2))));
        }
    }

    /** Codes of the currencies that confirmed orders and refunds were agreed on in: the company's first, then the others that have most orders, ten in all. */
    public List<String> currencies() {
        return histories.currencies().codes();
    }

    /** Anybody, profiled or not. */
    public Optional<MirrorContact> find(String contactId, LocalDate asOf) {
        return contacts.find(contactId, asOf);
    }

    /** By id; who is not there is missing. */
    public Map<String, String> names(Collection<String> contactIds) {
        return contacts.names(contactIds);
    }

    /** Those of the words, in small letters, that are in the name of a person. */
    public Set<String> wordsOfNames(Set<String> words) {
        return contacts.wordsOfNames(words);
    }

    /** Ids of all contacts, or only of those who may be profiled and are not archived. */
    public Set<String> contactIds(boolean profiledOnly) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return new HashSet<>(session.list(
                    "SELECT id FROM mirror.contact WHERE NOT ? OR (profiling_allowed AND active)",
                    row -> row.getString(1),
                    profiledOnly));
        }
    }

    /** Campaign responses of those who may be profiled, up to the date, by campaign and contact. */
    public void responses(LocalDate asOf, Consumer<CampaignResponse> visitor) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            session.each(
                    "SELECT campaign, contact_id, treatment, responded_on, responded FROM mirror.response"
                            + " WHERE responded_on <= ? AND contact_id IN (SELECT id FROM mirror.contact WHERE profiling_allowed AND active)"
                            + " ORDER BY campaign, contact_id, treatment",
                    row -> visitor.accept(new CampaignResponse(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, LocalDate.class),
                            row.getBoolean(5))),
                    asOf);
        }
    }
}
