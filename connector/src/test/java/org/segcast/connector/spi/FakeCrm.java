/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A CRM in memory that passes the contract; tests change what it holds between two reads. */
public final class FakeCrm implements HostCrm {
    /** Small, so that tests see more than one part. */
    private static final int PART = 2;

    private final String description;
    private final Set<Capability> capabilities;
    private final TreeMap<String, ContactRecord> contacts = new TreeMap<>();
    private final TreeMap<String, OrderRecord> orders = new TreeMap<>();
    private final TreeMap<String, EngagementRecord> engagements = new TreeMap<>();
    private final Set<String> repeated = new TreeSet<>();
    private final Set<String> unreadable = new TreeSet<>();
    private final List<String> asked = new ArrayList<>();
    private final List<CampaignResponse> responses = new ArrayList<>();
    private final Map<String, TagDefinition> prepared = new TreeMap<>();
    private final Map<String, Set<String>> tags = new TreeMap<>();
    private final Map<String, ScoreMark> scores = new TreeMap<>();
    private final List<PageRequest> requests = new ArrayList<>();
    private final Map<String, Instant> scored = new TreeMap<>();
    private Instant now = Instant.parse("2025-01-01T00:00:00Z");
    private Optional<Instant> clock = Optional.empty();
    private boolean ordersMissing;
    private boolean tillsClosed;
    private final Map<PageRequest, Page<OrderRecord>> expectedOrders = new HashMap<>();
    private Runnable beforeContacts = () -> {};

    public FakeCrm(Capability... capabilities) {
        this("a CRM in memory", capabilities);
    }

    public FakeCrm(String description, Capability... capabilities) {
        this.description = description;
        this.capabilities = EnumSet.noneOf(Capability.class);
        this.capabilities.addAll(List.of(capabilities));
    }

    public FakeCrm with(ContactRecord... some) {
        for (ContactRecord contact : some) {
            contacts.put(contact.id(), contact);
        }
        return this;
    }

    public FakeCrm with(OrderRecord... some) {
        for (OrderRecord order : some) {
            orders.put(order.id(), order);
        }
        return this;
    }

    public FakeCrm with(EngagementRecord... some) {
        for (EngagementRecord engagement : some) {
            engagements.put(engagement.id(), engagement);
        }
        return this;
    }

    public FakeCrm with(CampaignResponse response) {
        responses.add(response);
        return this;
    }

    /** Somebody uninstalled what the orders belong to. */
    public void loseOrders() {
        ordersMissing = true;
    }

    /** Somebody changes a score by hand, an hour later. */
    public void edit(String id, ScoreMark score) {
        later();
        scores.put(id, score);
        scored.put(id, now);
    }

    /** Somebody empties a score by hand, an hour later. */
    public void empty(String id) {
        later();
        scores.remove(id);
        scored.put(id, now);
    }

    private void later() {
        now = now.plus(Duration.ofHours(1));
    }

    public void delete(String id) {
        scores.remove(id);
        scored.remove(id);
        contacts.remove(id);
        orders.remove(id);
        engagements.remove(id);
    }

    /** The contact changes while pages are read, and is told once more on a later one. */
    public void repeat(String id, ContactRecord changed) {
        contacts.put(id, changed);
        contacts.put("9" + id, changed);
        repeated.add("9" + id);
    }

    /** The contact changes while pages are read, and on a later one it cannot be read. */
    public void repeatUnreadable(String id, ContactRecord changed) {
        repeat(id, changed);
        spoil("9" + id);
    }

    /** From now on this record is there and cannot be read, until {@link #readable} says otherwise. */
    public void spoil(String id) {
        unreadable.add(id);
    }

    public void readable(String id) {
        unreadable.remove(id);
        unreadable.remove("9" + id);
    }

    /** Every question beside pages so far: counts, lists of ids, single orders. */
    public List<String> asked() {
        return asked;
    }

    /** Every page asked for so far. */
    public List<PageRequest> requests() {
        return requests;
    }

    @Override
    public String describe() {
        return description;
    }

    /** Whether the orders of the till are closed to the key's user. */
    public void tillsClosed(boolean closed) {
        tillsClosed = closed;
    }

    /** From now on this CRM tells its clock. */
    public void clock(Instant shown) {
        clock = Optional.of(shown);
    }

    @Override
    public Optional<Instant> clock() {
        return clock;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public ConnectionCheck check() {
        return new ConnectionCheck(List.of(ConnectionCheck.Step.holds("memory", "is there")));
    }

    /** Something happens once expected pages are fetched, before the next contacts are. */
    public void beforeContacts(Runnable happens) {
        beforeContacts = happens;
    }

    @Override
    public void expect(Map<RecordKind, PageRequest> wanted) {
        if (wanted.containsKey(RecordKind.ORDER) && !ordersMissing) {
            expectedOrders.put(wanted.get(RecordKind.ORDER), orders(wanted.get(RecordKind.ORDER)));
        }
    }

    @Override
    public Page<ContactRecord> contacts(PageRequest request) {
        beforeContacts.run();
        beforeContacts = () -> {};
        return page(RecordKind.CONTACT, contacts, ContactRecord::changedAt, request);
    }

    @Override
    public Page<OrderRecord> orders(PageRequest request) {
        if (ordersMissing) {
            throw new SegcastException(ErrorCode.MODULE_MISSING, "this CRM has no orders: install what they belong to");
        }
        return Optional.ofNullable(expectedOrders.remove(request))
                .orElseGet(() -> page(RecordKind.ORDER, orders, OrderRecord::changedAt, request));
    }

    private <R> Page<R> page(
            RecordKind kind, TreeMap<String, R> all, Function<R, Optional<Instant>> changedAt, PageRequest request) {
        requests.add(request);
        List<R> records = new ArrayList<>();
        List<RejectedRecord> rejected = new ArrayList<>();
        for (Map.Entry<String, R> entry :
                all.tailMap(request.afterId().orElse(""), false).entrySet()) {
            boolean closed = tillsClosed && entry.getKey().startsWith("pos-");
            boolean changed = !closed && changedSince(changedAt.apply(entry.getValue()), request);
            if (changed && unreadable.contains(entry.getKey())) {
                String id = repeated.contains(entry.getKey()) ? entry.getKey().substring(1) : entry.getKey();
                rejected.add(new RejectedRecord(kind, id, OptionalInt.empty(), "it cannot be read"));
            } else if (changed) {
                records.add(entry.getValue());
            }
            if (records.size() == request.size()) {
                return new Page<>(records, rejected, Optional.of(entry.getKey()));
            }
        }
        return new Page<>(records, rejected, Optional.empty());
    }

    private boolean changedSince(Optional<Instant> changedAt, PageRequest request) {
        return request.changedSince()
                .map(since -> changedAt.map(at -> !at.isBefore(since)).orElse(true))
                .orElse(true);
    }

    @Override
    public Page<CampaignResponse> responses(PageRequest request) {
        return new Page<>(responses, List.of(), Optional.empty());
    }

    @Override
    public Page<EngagementRecord> engagements(PageRequest request) {
        return page(RecordKind.ENGAGEMENT, engagements, EngagementRecord::changedAt, request);
    }

    @Override
    public Page<ContactRecord> contactsById(Set<String> ids) {
        asked.add("contacts " + new TreeSet<>(ids));
        return new Page<>(
                contacts.values().stream()
                        .filter(contact -> ids.contains(contact.id()))
                        .toList(),
                List.of(),
                Optional.empty());
    }

    @Override
    public Page<OrderRecord> ordersById(Set<String> ids) {
        asked.add("orders " + new TreeSet<>(ids));
        return new Page<>(
                orders.values().stream()
                        .filter(order -> ids.contains(order.id()))
                        .toList(),
                List.of(),
                Optional.empty());
    }

    @Override
    public Page<EngagementRecord> engagementsById(Set<String> ids) {
        asked.add("engagements " + new TreeSet<>(ids));
        return new Page<>(
                engagements.values().stream()
                        .filter(engagement -> ids.contains(engagement.id()))
                        .toList(),
                List.of(),
                Optional.empty());
    }

    @Override
    public Set<String> idPrefixes(RecordKind kind) {
        return switch (kind) {
            case CONTACT -> Set.of("");
            case ORDER -> tillsClosed ? Set.of("", "refund-") : Set.of("", "pos-", "refund-");
            case ENGAGEMENT -> Set.of("mail-");
            case ORDER_LINE, RESPONSE -> Set.of();
        };
    }

    @Override
    public long count(IdRange range) {
        asked.add("count " + range.kind() + " " + range.prefix());
        return existing(range).size();
    }

    @Override
    public Set<String> ids(IdRange range) {
        asked.add("ids " + range.kind() + " " + range.prefix());
        return existing(range);
    }

    private Set<String> existing(IdRange range) {
        Set<String> all = new TreeSet<>(
                switch (range.kind()) {
                    case CONTACT -> contacts.keySet();
                    case ORDER -> orders.keySet();
                    default -> engagements.keySet();
                });
        all.removeIf(id -> !range.contains(id) || repeated.contains(id));
        return all;
    }

    @Override
    public void heldMarks(MarkSink sink) {
        asked.add("all marks");
        tags.forEach((key, members) -> members.forEach(contact -> sink.tag(key, contact)));
        scores.forEach(sink::score);
        sink.upTo(now);
    }

    @Override
    public long changedMarks(Instant since, MarkSink sink) {
        asked.add("changed marks");
        tags.forEach((key, members) -> members.forEach(contact -> sink.tag(key, contact)));
        scored.forEach((contact, at) -> {
            if (at.isBefore(since)) {
                return;
            }
            if (scores.containsKey(contact)) {
                sink.score(contact, scores.get(contact));
            } else {
                sink.noScore(contact);
            }
        });
        sink.upTo(now);
        return scores.size();
    }

    @Override
    public void prepare(List<TagDefinition> definitions) {
        definitions.forEach(tag -> prepared.put(tag.key(), tag));
    }

    @Override
    public PushReceipt push(MarkChanges changes, ProgressListener progress) {
        List<RejectedRecord> rejected = new ArrayList<>();
        later();
        changes.members(PART, (tag, direction, some) -> {
            Set<String> members = tags.computeIfAbsent(tag.key(), key -> new TreeSet<>());
            if (direction == MarkChanges.Direction.ADDED) {
                some.stream().filter(id -> known(id, rejected)).forEach(members::add);
            } else {
                members.removeAll(some);
            }
        });
        changes.scores(
                PART,
                some -> some.forEach((id, mark) -> {
                    if (known(id, rejected)) {
                        scores.put(id, mark);
                        scored.put(id, now);
                    }
                }));
        changes.cleared(
                PART,
                some -> some.forEach(id -> {
                    scores.remove(id);
                    scored.put(id, now);
                }));
        progress.progress(changes.size(), changes.size());
        return new PushReceipt(changes.size() - rejected.size(), 1, rejected);
    }

    @Override
    public Footprint footprint() {
        Set<String> marked = new TreeSet<>(scores.keySet());
        tags.values().forEach(marked::addAll);
        return new Footprint(prepared.values().stream().map(TagDefinition::name).toList(), marked.size(), List.of());
    }

    @Override
    public void removeAll(ProgressListener progress) {
        prepared.clear();
        tags.clear();
        scores.clear();
        progress.progress(1, 1);
    }

    private boolean known(String id, List<RejectedRecord> rejected) {
        if (!contacts.containsKey(id)) {
            rejected.add(new RejectedRecord(RecordKind.CONTACT, id, OptionalInt.empty(), "contact " + id + " is gone"));
        }
        return contacts.containsKey(id);
    }

    @Override
    public Optional<URI> contactPage(String contactId) {
        return Optional.empty();
    }

    @Override
    public void close() {
        // memory needs no closing
    }
}
