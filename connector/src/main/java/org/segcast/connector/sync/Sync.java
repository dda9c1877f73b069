/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.segcast.connector.mirror.MergeResult;
import org.segcast.connector.mirror.Mirror;
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
import org.segcast.connector.spi.RejectedRecord;
import org.segcast.connector.spi.SegcastException;

/**
 * Reads a CRM page by page and merges what it read at the end, in one transaction. Where the CRM reads changes, from the cursor minus an overlap, and then
 * looks for what was deleted; elsewhere everything. Stopped or killed between two pages, the mirror is as before, and a CRM that reads changes goes
 * on behind the last page staged; a file is read again, for it may be another one by now.
 */
public final class Sync {
    /** Records of a file that are staged at once, for no read of a file is taken up again; DuckDB writes so many straight to its own file. */
    private static final int AT_ONCE = 122_880;

    private final HostCrm crm;
    private final MirrorIntake intake;
    private final SyncSettings settings;

    public Sync(HostCrm crm, Mirror mirror, SyncSettings settings) {
        this.crm = crm;
        this.intake = mirror.intake();
        this.settings = settings;
    }

    /**
     * @param startedAt now; no cursor moves beyond it
     * @param progress told after every page, in records; it may stop the sync by throwing
     */
    public SyncResult run(Instant startedAt, ProgressListener progress) {
        intake.follow(crm.describe());
        RejectedRecords rejected = new RejectedRecords(settings.rejectedKept());
        Pages pages = new Pages(startedAt, progress, rejected);
        intake.forgetGone();
        pages.expect(RecordKind.CONTACT, RecordKind.ORDER, RecordKind.ENGAGEMENT);
        ReadPlace contacts = pages.read(RecordKind.CONTACT, crm::contacts, intake::contacts);
        Optional<ReadPlace> orders = pages.orders();
        ReadPlace engagements = pages.read(RecordKind.ENGAGEMENT, crm::engagements, intake::engagements);
        pages.read(RecordKind.RESPONSE, crm::responses, intake::responses);
        deletions(RecordKind.CONTACT, contacts);
        orders.ifPresent(read -> deletions(RecordKind.ORDER, read));
        deletions(RecordKind.ENGAGEMENT, engagements);
        orders.ifPresent(read -> pages.bereft(RecordKind.ORDER, read, crm::ordersById, intake::orders));
        pages.bereft(RecordKind.ENGAGEMENT, engagements, crm::engagementsById, intake::engagements);
        MergeResult merged = intake.merge(rejected);
        progress.progress(pages.done, pages.done);
        return new SyncResult(
                contacts.records(),
                orders.map(ReadPlace::records).orElse(0L),
                merged.changed(),
                merged.deleted(),
                rejected.count(),
                rejected.kept());
    }

    /** What a read of everything did not tell is gone anyhow. */
    private void deletions(RecordKind kind, ReadPlace read) {
        if (read.changedSince().isPresent()) {
            new Deletions(crm, intake, settings.idsListed()).find(kind);
        }
    }

    private boolean readsChanges() {
        return crm.capabilities().contains(Capability.READS_CHANGES);
    }

    /** The reads of one run, one kind behind the other. */
    private final class Pages {
        private final Instant startedAt;
        private final Optional<Instant> quietUpTo;
        private final ProgressListener progress;
        private final RejectedRecords rejected;
        private final long expected;
        private final Map<RecordKind, ReadPlace> begun = new EnumMap<>(RecordKind.class);
        private long done;

        Pages(Instant startedAt, ProgressListener progress, RejectedRecords rejected) {
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

        /** Empty where the CRM has no orders at all: that is told, contacts go on, and orders known from before stay. */
        Optional<ReadPlace> orders() {
            try {
                ReadPlace orders = read(RecordKind.ORDER, crm::orders, intake::orders);
                read(RecordKind.ORDER_LINE, crm::orderLines, intake::orderLines);
                return Optional.of(orders);
            } catch (SegcastException missing) {
                if (missing.code() != ErrorCode.MODULE_MISSING) {
                    throw missing;
                }
                intake.abandon(RecordKind.ORDER);
                rejected.accept(new RejectedRecord(RecordKind.ORDER, "", OptionalInt.empty(), missing.getMessage()));
                return Optional.empty();
            }
        }

        /** Reads what belonged to contacts that are gone once more: it may count for another one by now. */
        <R> void bereft(
                RecordKind kind,
                ReadPlace read,
                Function<Set<String>, Page<R>> source,
                BiFunction<ReadPlace, Page<R>, ReadPlace> stage) {
            if (read.changedSince().isEmpty()) {
                return;
            }
            ReadPlace place = read;
            List<String> ids = List.copyOf(intake.bereft(kind));
            for (int from = 0; from < ids.size(); from += settings.pageSize()) {
                List<String> some = ids.subList(from, Math.min(ids.size(), from + settings.pageSize()));
                Page<R> page = intake.storable(kind, source.apply(Set.copyOf(some)));
                page.rejected().forEach(rejected);
                place = stage.apply(place, new Page<>(page.records(), page.rejected(), Optional.empty()));
            }
        }

        <R> ReadPlace read(
                RecordKind kind,
                Function<PageRequest, Page<R>> source,
                BiFunction<ReadPlace, Page<R>, ReadPlace> stage) {
            ReadPlace place = Optional.ofNullable(begun.get(kind)).orElseGet(() -> start(kind, false));
            done += place.records();
            while (!place.complete()) {
                Page<R> page = page(kind, source, place, place.nextPage());
                while (!readsChanges()
                        && page.records().size() < AT_ONCE
                        && page.nextAfterId().isPresent()) {
                    progress.progress(
                            done + page.records().size(),
                            Math.max(done + page.records().size(), expected));
                    page = page.and(page(kind, source, place, page.nextAfterId()));
                }
                done += page.records().size();
                place = stage.apply(place, page);
                progress.progress(done, Math.max(done, expected));
            }
            return place;
        }

        private <R> Page<R> page(
                RecordKind kind, Function<PageRequest, Page<R>> source, ReadPlace read, Optional<String> afterId) {
            Page<R> page = intake.storable(kind, source.apply(request(read, afterId)));
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
}
