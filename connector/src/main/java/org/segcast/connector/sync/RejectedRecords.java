/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;

/** Counts all and keeps the first, so that a file of broken rows does not fill the memory. */
final class RejectedRecords implements Consumer<RejectedRecord> {
    private final int most;
    private final List<RejectedRecord> kept = new ArrayList<>();
    private final Map<RecordKind, Long> counts = new EnumMap<>(RecordKind.class);

    RejectedRecords(int most) {
        this.most = most;
    }

    @Override
    public void accept(RejectedRecord record) {
        counts.merge(record.kind(), 1L, Long::sum);
        if (kept.size() < most) {
            kept.add(record);
        }
    }

    /** Of a kind that is read once more from its beginning, which tells them again. */
    void forget(RecordKind kind) {
        counts.remove(kind);
        kept.removeIf(record -> record.kind() == kind);
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    List<RejectedRecord> kept() {
        return kept;
    }
}
