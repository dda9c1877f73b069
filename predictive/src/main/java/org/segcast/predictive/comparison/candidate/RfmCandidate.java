/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import org.segcast.predictive.rfm.RfmSegmentation;

/** The RFM segments by each cut-off's own ranks, as every run makes them. */
public final class RfmCandidate implements Candidate {

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
            RfmSegmentation rfm = RfmSegmentation.of(population);
            return population.customers().stream()
                    .map(customer -> rfm.keyOf(customer.features()))
                    .toList();
        };
    }
}
