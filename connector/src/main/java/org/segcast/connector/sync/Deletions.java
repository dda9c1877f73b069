/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import java.util.Optional;
import java.util.OptionalLong;
import org.segcast.connector.mirror.MirrorIds;
import org.segcast.connector.mirror.MirrorIntake;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.IdRange;
import org.segcast.connector.spi.RecordKind;

/**
 * Finds what was deleted in the CRM: counts a series of ids there and here, and halves it where the counts differ, until a range is small enough to list. Nothing
 * deleted costs one call for each series.
 *
 * <p>This rests on two things. Records that are new were read before, so both sides know them; one that became visible in between hides a deletion of its range only
 * until the next sync has read it. And no id comes a second time, so a deletion and an insertion never make up for each other in a range that ends at the greatest id
 * known here. A CRM that does not promise that ({@link Capability#COUNTS_IDS}) has its ids listed.
 */
final class Deletions {
    private final HostCrm crm;
    private final MirrorIntake intake;
    private final int listed;

    /** @param listed up to so many ids are listed rather than halved once more */
    Deletions(HostCrm crm, MirrorIntake intake, int listed) {
        this.crm = crm;
        this.intake = intake;
        this.listed = listed;
    }

    void find(RecordKind kind) {
        for (String prefix : crm.idPrefixes(kind)) {
            MirrorIds known = intake.ids(kind, prefix);
            Optional<MirrorIds.Span> span = known.span();
            if (span.isEmpty()) {
                continue;
            }
            if (crm.capabilities().contains(Capability.COUNTS_IDS)) {
                if (!crm.counted(kind, prefix).equals(OptionalLong.of(span.get().count()))) {
                    compare(known, span.get().range(), span.get().count());
                }
            } else {
                known.only(span.get().range(), crm.ids(span.get().range()));
            }
        }
    }

    private void compare(MirrorIds known, IdRange range, long count) {
        if (count == 0 || crm.count(range) == count) {
            return;
        }
        if (count <= listed) {
            known.only(range, crm.ids(range));
            return;
        }
        long middle = known.middle(range);
        IdRange lower = new IdRange(range.kind(), range.prefix(), range.first(), middle);
        IdRange upper = new IdRange(range.kind(), range.prefix(), middle + 1, range.last());
        compare(known, lower, known.count(lower));
        compare(known, upper, known.count(upper));
    }
}
