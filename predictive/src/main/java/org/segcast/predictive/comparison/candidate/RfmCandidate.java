/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.util.Objects;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.predictive.rfm.RfmSettings;

/** The RFM segments by each cut-off's own ranks or by thresholds, as every run makes them. */
public record RfmCandidate(RfmSettings settings) implements Candidate {

    public RfmCandidate {
        Objects.requireNonNull(settings);
    }

    @Override
    public String key() {
        return "rfm";
    }

    @Override
    public String name() {
        return "RFM";
    }

    @Override
    public CandidateKind kind() {
        return CandidateKind.RFM;
    }

    @Override
    public Split learn(Population earlier) {
        return population -> {
            RfmSegmentation rfm = RfmSegmentation.of(population, settings);
            return population.customers().stream()
                    .map(customer -> rfm.keyOf(customer.features()))
                    .toList();
        };
    }
}
