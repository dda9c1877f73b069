/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.segcast.connector.spi.IdRange;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;
import org.segcast.connector.spi.SegcastException;

/** Reads several models as if they were one: in keyset pages, the next model behind the last page of the one before. */
final class OdooSeries<R> implements OdooReadAhead.Source<R> {
    private final OdooClient client;
    private final RecordKind kind;
    private final List<OdooPart<R>> parts;
    private final Map<String, Boolean> open = new ConcurrentHashMap<>();
    /** Parts of which nothing changed, or that are closed. */
    private final Set<String> still = ConcurrentHashMap.newKeySet();

    OdooSeries(OdooClient client, RecordKind kind, List<OdooPart<R>> parts) {
        this.client = client;
        this.kind = kind;
        this.parts = List.copyOf(parts);
    }

    @Override
    public void restart() {
        parts.forEach(OdooPart::forget);
        open.clear();
        still.clear();
    }

    @Override
    public List<OdooRow> rows(PageRequest request) {
        OdooPart<R> part = part(request);
        try {
            List<OdooRow> rows = standsStill(part, request) ? List.of() : read(part, request);
            open.put(part.place(), true);
            return rows;
        } catch (SegcastException e) {
            if (!part.mayMiss(e)) {
                throw e;
            }
            open.put(part.place(), false);
            still.add(part.place());
            return List.of();
        }
    }

    private boolean standsStill(OdooPart<R> part, PageRequest request) {
        List<OdooPart<R>> before = parts.subList(0, parts.indexOf(part));
        boolean begins =
                inPart(part, request).afterId().filter(id -> !id.equals("0")).isEmpty();
        boolean stands = begins
                && before.stream().map(OdooPart::place).allMatch(still::contains)
                && request.changedSince().filter(part::standsStill).isPresent();
        if (stands) {
            still.add(part.place());
        }
        return stands;
    }

    /** The rows of a series when changes of it were read last, as far as they were counted then. */
    OptionalLong counted(String prefix) {
        return owner(prefix).map(OdooPart::counted).orElse(OptionalLong.empty());
    }

    private List<OdooRow> read(OdooPart<R> part, PageRequest request) {
        OdooDomain domain = part.all().behind(inPart(part, request));
        request.changedSince().ifPresent(since -> domain.andAnyOf(part.changed(since)));
        return read(part, domain, part.rows(request.size()));
    }

    private List<OdooRow> read(OdooPart<R> part, OdooDomain domain, int limit) {
        return client.rows(part.model(), "search_read", new OdooQuery(domain, part.fields(), limit).arguments());
    }

    @Override
    public Optional<PageRequest> next(PageRequest request, List<OdooRow> rows) {
        OdooPart<R> part = part(request);
        if (rows.size() >= part.rows(request.size())) {
            return Optional.of(
                    request.after(part.place() + rows.get(rows.size() - 1).id()));
        }
        int behind = parts.indexOf(part) + 1;
        return behind < parts.size()
                ? Optional.of(request.after(parts.get(behind).place() + "0"))
                : Optional.empty();
    }

    @Override
    public Page<R> page(PageRequest request, List<OdooRow> rows) {
        OdooPart<R> part = part(request);
        return page(part, rows, next(request, rows).flatMap(PageRequest::afterId));
    }

    private Page<R> page(OdooPart<R> part, List<OdooRow> rows, Optional<String> next) {
        part.learn(rows);
        List<R> records = new ArrayList<>(rows.size());
        List<RejectedRecord> rejected = new ArrayList<>();
        for (OdooRow row : rows) {
            try {
                records.addAll(part.records(row).toList());
            } catch (IllegalArgumentException e) {
                rejected.add(
                        new RejectedRecord(kind, part.place() + row.id(), OptionalInt.empty(), OdooPages.reason(e)));
            }
        }
        return new Page<>(records, rejected, next);
    }

    private OdooPart<R> part(PageRequest request) {
        return request.afterId()
                .map(place -> place.substring(0, place.lastIndexOf('-') + 1))
                .flatMap(prefix -> parts.stream()
                        .filter(part -> part.place().equals(prefix))
                        .findFirst())
                .orElse(parts.get(0));
    }

    private static PageRequest inPart(OdooPart<?> part, PageRequest request) {
        return request.afterId()
                .filter(place -> place.startsWith(part.place()))
                .map(place -> request.after(place.substring(part.place().length())))
                .orElse(request);
    }

    /** Records by their ids, whenever they changed. */
    Page<R> byId(Set<String> ids) {
        List<R> records = new ArrayList<>();
        List<RejectedRecord> rejected = new ArrayList<>();
        numbersByPrefix(ids)
                .forEach((prefix, numbers) -> owner(prefix).ifPresent(part -> {
                    OdooDomain domain = part.of(prefix).and("id", "in", numbers);
                    Page<R> page = page(part, read(part, domain, OdooQuery.NO_LIMIT), Optional.empty());
                    records.addAll(page.records());
                    rejected.addAll(page.rejected());
                }));
        return new Page<>(records, rejected, Optional.empty());
    }

    private static Map<String, Set<Integer>> numbersByPrefix(Set<String> ids) {
        Map<String, Set<Integer>> numbers = new HashMap<>();
        for (String id : ids) {
            int hyphen = id.lastIndexOf('-') + 1;
            if (OdooQuery.isId(id.substring(hyphen))) {
                numbers.computeIfAbsent(id.substring(0, hyphen), prefix -> new TreeSet<>())
                        .add(Integer.valueOf(id.substring(hyphen)));
            }
        }
        return numbers;
    }

    private Optional<OdooPart<R>> owner(String prefix) {
        return parts.stream().filter(part -> part.prefixes().contains(prefix)).findFirst();
    }

    /** Prefixes of the series that can be read: what is closed to the user has not been deleted. */
    Set<String> prefixes() {
        Set<String> found = new HashSet<>();
        parts.stream().filter(this::isOpen).forEach(part -> found.addAll(part.series()));
        return found;
    }

    boolean isOpen(OdooPart<R> part) {
        return open.computeIfAbsent(part.place(), place -> mayRead(part));
    }

    private boolean mayRead(OdooPart<R> part) {
        try {
            return client.may(part.model(), "read");
        } catch (SegcastException e) {
            if (e.code().isClosed()) {
                return false;
            }
            throw e;
        }
    }

    OdooDomain within(IdRange range) {
        return owner(range.prefix())
                .map(part -> part.of(range.prefix()).within(range))
                .orElseThrow(() -> unknown(range));
    }

    String model(IdRange range) {
        return owner(range.prefix()).map(OdooPart::model).orElseThrow(() -> unknown(range));
    }

    private static IllegalArgumentException unknown(IdRange range) {
        return new IllegalArgumentException("no series of Odoo begins with '" + range.prefix() + "'");
    }
}
