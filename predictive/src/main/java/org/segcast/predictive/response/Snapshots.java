/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.SegcastException;

/**
 * All examples for one objective: those to learn from and those to test on, later in time.
 *
 * @param segments the segments that models may be made for
 * @param reachDays days from the first order seen to as-of; 0 without orders
 */
public record Snapshots(ObservationPlan plan, List<Scope> segments, Dataset training, Dataset test, long reachDays) {

    public Snapshots {
        segments = List.copyOf(segments);
        Objects.requireNonNull(plan);
        training.schema().require(test.schema());
        Optional<LocalDate> latest = training.cutOffs().stream().reduce((first, second) -> second);
        SegcastException.require(
                latest.map(cutOff -> cutOff.isBefore(plan.test().cutOff())).orElse(true),
                "training cut-offs must lie before the test's, found " + latest);
    }
}
