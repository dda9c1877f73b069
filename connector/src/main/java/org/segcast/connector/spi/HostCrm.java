/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A host CRM as Segcast sees it: readable page by page, writable only in our own marks (tags, score, reason).
 *
 * <p>Every method may throw {@link SegcastException}; {@link #check()} answers expected failures as values instead.
 * Implementations are safe for use by one thread at a time and hold no state that a restart would miss.
 */
public interface HostCrm extends AutoCloseable {

    /** In words for people, without secrets: {@code Odoo 19.0 at https://crm.example, database prod}. No call is made. */
    String describe();

    Set<Capability> capabilities();

    /** Tries the address, the login, the rights and the modules, and says all that is wrong at once. */
    ConnectionCheck check();

    /**
     * Contacts, archived ones too, in an order that stays the same while pages are read: ascending id, or as they stand in a file. Each page
     * starts behind {@link PageRequest#afterId()}, which is what {@link Page#nextAfterId()} of the page before said; any such token may be
     * asked for again. A record that cannot be read is in {@link Page#rejected()}, never fatal. A source may hold the same id twice (a file):
     * the sync keeps the first.
     */
    Page<ContactRecord> contacts(PageRequest request);

    /** Orders in every state, with lines where declared; same rules as {@link #contacts}. */
    Page<OrderRecord> orders(PageRequest request);

    /** Ids of all contacts or orders that exist now, to find what was deleted; asked only of CRMs that read changes. */
    Set<String> ids(RecordKind kind);

    /** Lines that the source keeps apart from their orders (a file of its own), all of them; none where orders carry their lines. */
    default Page<LooseOrderLine> orderLines(PageRequest request) {
        return Page.none();
    }

    /** Campaign responses, all of them; none unless declared. */
    default Page<CampaignResponse> responses(PageRequest request) {
        return Page.none();
    }

    /** Tells what the CRM holds of our marks now, read from the side that knows the truth; memory stays flat however many there are. */
    void heldMarks(MarkSink sink);

    /**
     * Makes sure that a place exists for these tags and for score and reason. Repeating it changes nothing; a tag or field that people renamed
     * in the CRM is found again by its id.
     */
    void prepare(List<TagDefinition> tags);

    /**
     * Writes the differences, in the CRM's cheapest bulk form. Safe to repeat and safe to be killed in: what was already written is found by the
     * next {@link #heldMarks}.
     */
    PushReceipt push(MarkChanges changes, ProgressListener progress);

    /** The contact's page in the CRM, where it has one. */
    Optional<URI> contactPage(String contactId);

    @Override
    void close();
}
