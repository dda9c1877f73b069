/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
     * The day (UTC) on which the key in use runs out, as far as the CRM tells; empty where it does not tell or the key has no end.
     *
     * @param now keys that ran out before are not meant
     */
    default Optional<LocalDate> keyExpires(Instant now) {
        return Optional.empty();
    }

    /**
     * Contacts, archived ones too, in an order that stays the same while pages are read: ascending id, or as they stand in a file. Each page
     * starts behind {@link PageRequest#afterId()}, which is what {@link Page#nextAfterId()} of the page before said; any such token may be
     * asked for again. A record that cannot be read is in {@link Page#rejected()}, never fatal. A source may hold the same id twice (a file):
     * the sync keeps the first.
     */
    Page<ContactRecord> contacts(PageRequest request);

    /**
     * Orders in every state and refunds, with lines where declared; same rules as {@link #contacts}. A host that can tell that an order counts for another contact now
     * (its person moved to another company) tells it among the changes, though the order itself was not stamped.
     */
    Page<OrderRecord> orders(PageRequest request);

    /**
     * What the CRM's own clock showed when it answered last; empty where it does not tell. Change stamps that appear from then on are at most as much older as its longest
     * transaction took.
     */
    default Optional<Instant> clock() {
        return Optional.empty();
    }

    /** Says which pages will be asked for soon, so that a host may fetch them in the background meanwhile; what fails is told when the page is asked for. */
    default void expect(Map<RecordKind, PageRequest> requests) {}

    /** As {@link #ordersById}, for contacts: the sync asks for those that came into sight without being changed. */
    default Page<ContactRecord> contactsById(Set<String> ids) {
        return Page.none();
    }

    /**
     * Those of these orders that exist now, however long ago they changed. The sync asks for the orders of contacts that were deleted, for after a merge of two
     * contacts they count for the survivor, and for orders that came into sight: no change stamp says either.
     *
     * @param ids at most a page of them
     */
    default Page<OrderRecord> ordersById(Set<String> ids) {
        return Page.none();
    }

    /** Engagement of every kind that the CRM knows; same rules as {@link #contacts}. None unless declared. */
    default Page<EngagementRecord> engagements(PageRequest request) {
        return Page.none();
    }

    /** As {@link #ordersById}, for engagement. */
    default Page<EngagementRecord> engagementsById(Set<String> ids) {
        return Page.none();
    }

    /**
     * What the ids of this kind begin with, one prefix for each series of numbers (empty text for bare numbers). Deletions are followed within these series; none where
     * they are not followed. Asked only of CRMs that read changes.
     */
    default Set<String> idPrefixes(RecordKind kind) {
        return Set.of();
    }

    /** Ids in this range that exist now; exactly those that a read of everything would tell. */
    default Set<String> ids(IdRange range) {
        return Set.of();
    }

    /**
     * How many ids a series had just before changes of its kind were read last; empty where the host did not tell that in passing. New ones may have been read since: then it
     * differs from what is known, and is counted anew.
     */
    default OptionalLong counted(RecordKind kind, String prefix) {
        return OptionalLong.empty();
    }

    /** How many ids {@link #ids(IdRange)} would name, in one cheap call; asked only where declared. */
    default long count(IdRange range) {
        return ids(range).size();
    }

    /** The fields of contacts that can be read beside the ones every contact has, by name; none unless declared. */
    default List<CrmField> fields() {
        return List.of();
    }

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
     * As {@link #heldMarks}, but of the scores only those of contacts that changed at or after this instant, also that they hold none; asked only where declared.
     *
     * @return how many contacts hold a score in all: where the caller knows of another number, some were deleted and all have to be read
     */
    default long changedMarks(Instant since, MarkSink sink) {
        throw new UnsupportedOperationException("scores by change are not declared");
    }

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

    /** To tell beforehand how many calls a push will cost. No call is made. */
    default CallSizes callSizes() {
        return CallSizes.UNBOUNDED;
    }

    /** All that we ever wrote; a CRM that does not declare to remove it refuses. */
    default Footprint footprint() {
        throw notRemovable();
    }

    /**
     * Takes away all that we ever wrote: our tags, scores and reasons, and the places made for them; never anything of others. Safe to repeat and safe to
     * be killed in; afterwards {@link #footprint} is empty. A CRM that does not declare it refuses.
     */
    default void removeAll(ProgressListener progress) {
        throw notRemovable();
    }

    private SegcastException notRemovable() {
        return new SegcastException(
                ErrorCode.REQUEST_REFUSED,
                "Segcast can't remove its marks from " + describe() + ": remove its tags and fields there by hand");
    }

    /** The contact's page in the CRM, where it has one. */
    Optional<URI> contactPage(String contactId);

    @Override
    void close();
}
