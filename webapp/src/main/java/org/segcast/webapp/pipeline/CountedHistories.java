/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.history.PurchaseHistory;

/** Histories that tell how many were read, now and then. */
record CountedHistories(PurchaseHistories histories, LongConsumer told) implements PurchaseHistories {
    private static final long BETWEEN = 500;

    @Override
    public List<AttributeDefinition> attributes() {
        return histories.attributes();
    }

    @Override
    public List<String> currencies() {
        return histories.currencies();
    }

    @Override
    public void forEach(LocalDate asOf, Consumer<PurchaseHistory> sink) {
        long[] read = {0};
        histories.forEach(asOf, history -> {
            sink.accept(history);
            if (++read[0] % BETWEEN == 0) {
                told.accept(read[0]);
            }
        });
    }
}
