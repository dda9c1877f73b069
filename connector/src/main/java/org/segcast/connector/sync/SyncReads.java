/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.segcast.connector.mirror.MirrorIntake;
import org.segcast.connector.mirror.ReadPlace;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.IdRange;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.SegcastException;

/** The reads of one sync, one kind behind the other. */
final class SyncReads {
    /** Records of a file that are staged at once, for no read of a file is taken up again; DuckDB writes so many straight to its own file. */
    private static final int AT_ONCE = 122_880;

    private final HostCrm crm;
    private final MirrorIntake intake;
    private final SyncSettings settings;
    private final Instant startedAt;
    private final Optional<Instant> quietUpTo;
    private final ProgressListener progress;
    private final RejectedRecords rejected;
    private final long expected;
    private final Map<RecordKind, ReadPlace> begun = new EnumMap<>(RecordKind.class);
    private long done;

    SyncReads(
            HostCrm crm,
            MirrorIntake intake,
            SyncSettings settings,
            Instant startedAt,
            ProgressListener progress,
            RejectedRecords rejected) {
        this.crm = crm;
        this.intake = intake;
        this.settings = settings;
        this.startedAt = startedAt;
        this.quietUpTo = readsChanges() ? quietUpTo(startedAt) : Optional.empty();
        this.progress = progress;
        this.rejected = rejected;
        this.expected = readsChanges() ? counted() : intake.size();
    }

    /** Begins to read the changes of these kinds; all but the first are fetched beside it. */
    void expect(RecordKind... kinds) {
        Map<RecordKind, PageRequest> wanted = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : kinds) {
            ReadPlace place = start(kind, readsChanges());
            begun.put(kind, place);
            if (place.changedSince().isPresent() && !place.complete()) {
                wanted.put(kind, request(place, place.nextPage()));
            }
        }
        crm.expect(wanted);
    }

    private boolean readsChanges() {
        return crm.capabilities().contains(Capability.READS_CHANGES);
    }

    /** Records read so far. */
    long done() {
        return done;
    }

    <R> ReadPlace read(ReadWay<R> way) {
        return read(way, Optional.ofNullable(begun.get(way.kind())).orElseGet(() -> start(way.kind(), false)));
    }

    private <R> ReadPlace read(ReadWay<R> way, ReadPlace from) {
        ReadPlace place = from;
        done += place.records();
        while (!place.complete()) {
            Page<R> page = page(way, place, place.nextPage());
            while (!readsChanges()
                    && page.records().size() < AT_ONCE
                    && page.nextAfterId().isPresent()) {
                progress.progress(
                        done + page.records().size(),
                        Math.max(done + page.records().size(), expected));
                page = page.and(page(way, place, page.nextAfterId()));
            }
            done += page.records().size();
            place = way.stage().apply(place, page);
            progress.progress(done, Math.max(done, expected));
        }
        return place;
    }

    /**
     * After a read of changes: finds what was deleted, and reads what came into sight without being changed, because the key's user may see more than before. A series
     * that was closed, or more records than are worth reading one by one, have all of this kind read anew.
     */
    <R> ReadPlace reconcile(ReadWay<R> way, ReadPlace read) {
        if (!readsChanges()) {
            return read;
        }
        Set<String> series = crm.idPrefixes(way.kind());
        ReadPlace whole = read.changedSince().isPresent() ? reconcile(way, read, series) : read;
        intake.readSeries(way.kind(), series);
        return whole; // what a read of everything did not tell is gone anyhow
    }

    private <R> ReadPlace reconcile(ReadWay<R> way, ReadPlace read, Set<String> series) {
        boolean opened = intake.opened(way.kind(), series);
        Reconciliation found = new Reconciliation(crm, intake, settings.idsListed());
        if (!opened) {
            found.find(way.kind(), series);
        }
        if (opened || found.many()) {
            rejected.forget(way.kind());
            return read(way, intake.begin(way.kind(), Optional.empty(), startedAt, quietUpTo));
        }
        return byId(way, read, List.copyOf(found.unseen()));
    }

    /** Reads what belonged to contacts that are gone once more: it may count for another one by now. */
    <R> void bereft(ReadWay<R> way, ReadPlace read) {
        if (read.changedSince().isPresent()) {
            byId(way, read, List.copyOf(intake.bereft(way.kind())));
        }
    }

    private <R> ReadPlace byId(ReadWay<R> way, ReadPlace read, List<String> ids) {
        ReadPlace place = read;
        for (int from = 0; from < ids.size(); from += settings.pageSize()) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + settings.pageSize()));
            Page<R> page = intake.storable(way.kind(), way.byId().apply(Set.copyOf(some)));
            page.rejected().forEach(rejected);
            place = way.stage().apply(place, new Page<>(page.records(), page.rejected(), Optional.empty()));
        }
        return place;
    }

    private <R> Page<R> page(ReadWay<R> way, ReadPlace read, Optional<String> afterId) {
        Page<R> page = intake.storable(way.kind(), way.pages().apply(request(read, afterId)));
        page.rejected().forEach(rejected);
        return page;
    }

    private PageRequest request(ReadPlace read, Optional<String> afterId) {
        return new PageRequest(read.changedSince(), afterId, settings.pageSize());
    }

    /** How many records there are to read the first time, where the CRM counts them. */
    private long counted() {
        boolean counts = crm.capabilities().contains(Capability.COUNTS_IDS);
        return counts && intake.cursor(RecordKind.CONTACT).isEmpty()
                ? Stream.of(RecordKind.CONTACT, RecordKind.ORDER, RecordKind.ENGAGEMENT)
                        .mapToLong(this::counted)
                        .sum()
                : 0;
    }

    private long counted(RecordKind kind) {
        try {
            return crm.idPrefixes(kind).stream()
                    .mapToLong(prefix -> crm.count(IdRange.all(kind, prefix)))
                    .sum();
        } catch (SegcastException missing) {
            if (missing.code() != ErrorCode.MODULE_MISSING) {
                throw missing;
            }
            return 0; // the read itself tells it
        }
    }

    /** Stamps are later than this from now on; our own clock alone would lose changes of a CRM whose clock is behind. */
    private Optional<Instant> quietUpTo(Instant startedAt) {
        return crm.clock()
                .map(theirs -> theirs.isBefore(startedAt) ? theirs : startedAt)
                .map(now -> now.minus(settings.overlap()));
    }

    private ReadPlace start(RecordKind kind, boolean byChange) {
        // what was staged longer ago is read anew: somebody may have objected to profiling since
        Optional<ReadPlace> interrupted =
                byChange ? intake.interrupted(kind, startedAt.minus(settings.overlap())) : Optional.empty();
        Optional<Instant> since =
                byChange ? intake.cursor(kind).map(at -> at.minus(settings.overlap())) : Optional.empty();
        return interrupted.orElseGet(() -> intake.begin(kind, since, startedAt, quietUpTo));
    }
}
