/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.PurchaseFeature;

/** Ranks one contact's features by given cut points; contacts without orders have no ranks. */
public final class RfmScorer {

    private final RfmCutPoints cutPoints;
    private final int orders;
    private final int recency;
    private final int frequency;
    private final int monetary;

    public RfmScorer(FeatureSchema schema, RfmSettings settings, RfmCutPoints cutPoints) {
        this.cutPoints = Objects.requireNonNull(cutPoints);
        this.orders = schema.numericIndex(settings.orders().measure(PurchaseFeature.ORDER_COUNT));
        this.recency = schema.numericIndex(settings.orders().measure(PurchaseFeature.DAYS_SINCE_LAST_ORDER));
        this.frequency = schema.numericIndex(
                settings.orders().measure(settings.frequency().orders()));
        this.monetary = schema.numericIndex(
                settings.orders().measure(settings.monetary().spent()));
    }

    public Optional<RfmScore> score(FeatureVector vector) {
        return vector.numeric(orders) > 0
                ? Optional.of(
                        cutPoints.score(vector.numeric(recency), vector.numeric(frequency), vector.numeric(monetary)))
                : Optional.empty();
    }
}
