/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.study.Research;

/** @param asOf of the run whose contacts the sample was drawn from */
public record Study(
        StudyDraft draft,
        List<Stratum> strata,
        Optional<Research> research,
        LocalDate asOf,
        String drawnBy,
        Instant drawnAt) {

    public long people() {
        return strata.stream().mapToLong(Stratum::people).sum();
    }

    public long wanted() {
        return strata.stream().mapToLong(Stratum::wanted).sum();
    }
}
