/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.segcast.connector.mirror.MirrorIds;
import org.segcast.connector.mirror.MirrorIntake;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.IdRange;
import org.segcast.connector.spi.RecordKind;

/**
 * Finds what was deleted in the CRM, and what it shows that was never read: counts a series of ids there and here, and halves it where the counts differ, until a range is
 * small enough to list. Where both are the same this costs one call for each series at most.
 *
 * <p>A record comes into sight without a newer stamp when the key's user is given more rights, or when a long transaction ends. No id comes a second time, so a deletion
 * and an insertion that was read never make up for each other; a deletion and a record that came into sight between the same two syncs do, until the latter was read. A
 * CRM that does not promise that ({@link Capability#COUNTS_IDS}) has its ids listed.
 */
final class Reconciliation {
    private final HostCrm crm;
    private final MirrorIntake intake;
    private final int listed;
    private final Set<String> unseen = new HashSet<>();
    private boolean many;

    /** @param listed up to so many ids are listed rather than halved once more */
    Reconciliation(HostCrm crm, MirrorIntake intake, int listed) {
        this.crm = crm;
        this.intake = intake;
        this.listed = listed;
    }

    /** Ids that the CRM shows and no read has told. */
    Set<String> unseen() {
        return unseen;
    }

    /** Whether there are more of them than are worth listing; then not all were looked for. */
    boolean many() {
        return many;
    }

    void find(RecordKind kind, Set<String> series) {
        Map<String, MirrorIds.Span> spans = series.isEmpty() ? Map.of() : intake.spans(kind);
        for (String prefix : series) {
            if (many) {
                return;
            }
            MirrorIds known = intake.ids(kind, prefix);
            Optional<MirrorIds.Span> span = Optional.ofNullable(spans.get(prefix));
            OptionalLong told = crm.counted(kind, prefix);
            long count = span.map(MirrorIds.Span::count).orElse(0L);
            if (told.equals(OptionalLong.of(count)) || span.isEmpty() && told.isEmpty()) {
                continue;
            }
            if (crm.capabilities().contains(Capability.COUNTS_IDS)) {
                compare(known, IdRange.all(kind, prefix), span);
            } else {
                list(known, IdRange.all(kind, prefix));
            }
        }
    }

    private void compare(MirrorIds known, IdRange all, Optional<MirrorIds.Span> span) {
        long here = span.map(MirrorIds.Span::count).orElse(0L);
        long there = crm.count(all);
        if (there == here) {
            return;
        }
        if (there - here > listed) {
            many = true;
            return;
        }
        if (span.isEmpty()) {
            list(known, all);
            return;
        }
        long last = span.get().range().last();
        IdRange within = new IdRange(all.kind(), all.prefix(), all.first(), last);
        long thereWithin = crm.count(within);
        if (thereWithin != here) {
            differing(known, within, here);
        }
        if (thereWithin < there) {
            list(known, new IdRange(all.kind(), all.prefix(), last + 1, all.last()));
        }
    }

    private void differing(MirrorIds known, IdRange range, long count) {
        if (count <= listed) {
            list(known, range);
            return;
        }
        long middle = known.middle(range);
        half(known, new IdRange(range.kind(), range.prefix(), range.first(), middle));
        half(known, new IdRange(range.kind(), range.prefix(), middle + 1, range.last()));
    }

    private void half(MirrorIds known, IdRange range) {
        long count = known.count(range);
        if (crm.count(range) != count) {
            differing(known, range, count);
        }
    }

    private void list(MirrorIds known, IdRange range) {
        unseen.addAll(known.only(range, crm.ids(range)));
        many |= unseen.size() > listed;
    }
}
