/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.feature.FeatureVector;

/** One customer as seen from each cut-off of the plan; empty where there was no order yet. */
record CutOffViews(LocalDate firstOrder, List<Optional<View>> views) {

    /** What was known at a cut-off, and what happened after it. */
    record View(FeatureVector features, boolean responded) {}
}
