/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.IdRange;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;
import org.segcast.connector.spi.SegcastException;

/**
 * Reads several resources as if they were one, the next behind the last page of the one before; a place is told as {@code TYPE-ID}. What is not installed, or closed to the
 * application's user, is left out.
 */
final class OroEngagements {
    private static final List<OroPart> PARTS = List.of(new OroDeals(), new OroMails());

    private final OroClient client;
    private final OroReader reader;
    /** By type, as the last read found it. */
    private final Map<String, Boolean> open = new HashMap<>();

    OroEngagements(OroClient client, OroConfig config) {
        this.client = client;
        this.reader = new OroReader(client, config.pageSize());
    }

    Page<EngagementRecord> page(PageRequest request) {
        OroPart part = request.afterId()
                .map(place -> place.substring(0, place.indexOf('-')))
                .flatMap(type ->
                        PARTS.stream().filter(one -> one.type().equals(type)).findFirst())
                .orElse(PARTS.get(0));
        Optional<String> behind = Optional.of(PARTS.indexOf(part) + 1)
                .filter(next -> next < PARTS.size())
                .map(next -> PARTS.get(next).type() + "-");
        try {
            Page<EngagementRecord> page = page(part, request, behind);
            open.put(part.type(), true);
            return page;
        } catch (SegcastException e) {
            if (!e.code().isClosed()) {
                throw e;
            }
            open.put(part.type(), false);
            return new Page<>(List.of(), List.of(), behind);
        }
    }

    private Page<EngagementRecord> page(OroPart part, PageRequest request, Optional<String> behind) {
        OroQuery all = query(part, part.kinds().keySet());
        OroQuery query = request.changedSince()
                .map(since -> part.changedSince(all, since))
                .orElse(all);
        Optional<String> after = request.afterId()
                .map(place -> place.substring(place.indexOf('-') + 1))
                .filter(OroQuery::isId);
        OroReader.Slice slice = reader.slice(query, after, request.size());
        return page(
                part, slice.document(), slice.last() ? behind : slice.lastId().map(id -> part.type() + "-" + id));
    }

    private static OroQuery query(OroPart part, Collection<String> kinds) {
        List<String> fields = new ArrayList<>(part.fields());
        fields.add(part.kindField());
        return part.ofContacts(OroQuery.of(part.type()))
                .any(part.kindField(), kinds)
                .fields(part.type(), fields);
    }

    private static Page<EngagementRecord> page(OroPart part, OroDocument document, Optional<String> next) {
        return OroPages.page(
                document.data(),
                one -> id(part, one),
                one -> part.record(
                        one,
                        id(part, one),
                        part.kinds().get(one.needOne(part.kindField()).id())),
                RecordKind.ENGAGEMENT,
                next);
    }

    private static String id(OroPart part, OroResource one) {
        return one.one(part.kindField()).map(kind -> prefix(kind.id())).orElse("") + one.id();
    }

    private static String prefix(String kind) {
        return kind + "-";
    }

    Page<EngagementRecord> byId(Set<String> ids) {
        List<EngagementRecord> found = new ArrayList<>();
        List<RejectedRecord> rejected = new ArrayList<>();
        for (OroPart part : PARTS) {
            Page<EngagementRecord> page = reader.byId(
                    query(part, part.kinds().keySet()),
                    ids.stream().filter(id -> owns(part, id)).map(id -> id.substring(id.lastIndexOf('-') + 1)),
                    document -> page(part, document, Optional.empty()));
            page.records().stream().filter(one -> ids.contains(one.id())).forEach(found::add);
            page.rejected().stream().filter(one -> ids.contains(one.id())).forEach(rejected::add);
        }
        return new Page<>(found, rejected, Optional.empty());
    }

    private static boolean owns(OroPart part, String id) {
        return part.kinds().keySet().stream().anyMatch(kind -> id.startsWith(prefix(kind)));
    }

    /** What the ids begin with of all that can be read. */
    Set<String> prefixes() {
        Set<String> found = new HashSet<>();
        PARTS.stream()
                .filter(this::isOpen)
                .forEach(part -> part.kinds().keySet().forEach(kind -> found.add(prefix(kind))));
        return found;
    }

    /** In words, for the connection test. */
    List<String> closed() {
        return PARTS.stream().filter(part -> !isOpen(part)).map(OroPart::label).toList();
    }

    private boolean isOpen(OroPart part) {
        return open.computeIfAbsent(part.type(), type -> {
            try {
                client.get(OroQuery.of(type).fields(type, "id").page(1));
                return true;
            } catch (SegcastException e) {
                if (e.code().isClosed()) {
                    return false;
                }
                throw e;
            }
        });
    }

    static OroQuery within(IdRange range) {
        OroPart owner = PARTS.stream()
                .filter(part -> owns(part, range.prefix()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no series of Oro begins with '" + range.prefix() + "'"));
        String kind = range.prefix().substring(0, range.prefix().length() - 1);
        return owner.ofContacts(OroQuery.of(owner.type()))
                .where(owner.kindField(), kind)
                .fields(owner.type(), "id")
                .between(range.first(), range.last());
    }
}
