/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * How the models did on the days after a cut-off that they had not seen.
 *
 * @param days from the cut-off to the as-of day
 * @param customers who had ordered by the cut-off
 * @param came orders that they made after it
 * @param sameRate the naive forecast: everybody goes on at the rate before
 * @param models best first: the one least surprised
 * @param groups of the best one
 * @param gain how much less the best one was off than the naive forecast: orders squared a customer, with the middle 90% of what
 *     other customers could have shown
 */
public record LifetimeCheck(
        LocalDate cutOff,
        int days,
        int customers,
        long came,
        ForecastError sameRate,
        List<ModelCheck> models,
        List<FrequencyGroup> groups,
        Gain gain) {

    /** A mean with an interval. */
    public record Gain(double mean, double low, double high) {}

    public LifetimeCheck {
        Objects.requireNonNull(cutOff);
        Objects.requireNonNull(sameRate);
        models = List.copyOf(models);
        groups = List.copyOf(groups);
        Objects.requireNonNull(gain);
    }

    public ModelCheck best() {
        return models.get(0);
    }
}
