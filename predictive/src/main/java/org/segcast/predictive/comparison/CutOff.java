/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.comparison.candidate.Population;
import org.segcast.predictive.response.ObservationWindow;

/**
 * A cut-off's customers and what they did in the window after it.
 *
 * @param outcomes in the population's order
 */
record CutOff(ObservationWindow window, Population population, List<Outcome> outcomes) {

    CutOff {
        Objects.requireNonNull(window);
        outcomes = List.copyOf(outcomes);
        SegcastException.require(
                outcomes.size() == population.customers().size(),
                "each customer needs an outcome, found " + outcomes.size() + " for "
                        + population.customers().size());
    }

    /**
     * @param revenue of the window, less refunds
     */
    record Outcome(boolean responded, double revenue) {}

    LocalDate day() {
        return window.cutOff();
    }

    int responders() {
        return (int) outcomes.stream().filter(Outcome::responded).count();
    }
}
