/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.util.Collections;

/** All customers in one segment: what is known without any segmentation. */
public record OneForAll() implements Candidate {

    @Override
    public String key() {
        return "none";
    }

    @Override
    public String name() {
        return kind().label();
    }

    @Override
    public CandidateKind kind() {
        return CandidateKind.NONE;
    }

    @Override
    public Split learn(Population earlier) {
        return population -> Collections.nCopies(population.customers().size(), "");
    }
}
