/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.segcast.connector.spi.RejectedRecord;

/** Counts all and keeps the first, so that a file of broken rows does not fill the memory. */
final class RejectedRecords implements Consumer<RejectedRecord> {
    private final int most;
    private final List<RejectedRecord> kept = new ArrayList<>();
    private long count;

    RejectedRecords(int most) {
        this.most = most;
    }

    @Override
    public void accept(RejectedRecord record) {
        count++;
        if (kept.size() < most) {
            kept.add(record);
        }
    }

    long count() {
        return count;
    }

    List<RejectedRecord> kept() {
        return kept;
    }
}
