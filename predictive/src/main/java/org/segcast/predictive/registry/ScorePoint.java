/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.time.LocalDate;
import java.util.Objects;
import org.segcast.predictive.response.score.Band;

/** A score as it was on a date. */
public record ScorePoint(LocalDate asOf, double probability, Band band, String modelId) {

    public ScorePoint {
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(band);
        Objects.requireNonNull(modelId);
    }
}
