/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.predictive.rfm.RfmSettings;
import org.segcast.predictive.rule.RuleSegment;

/**
 * In a rule segment or not.
 *
 * @param rules all rule segments by key, since one may ask for members of another, as of RFM segments
 */
public record RuleCandidate(
        RuleSegment segment, String name, PastTotals totals, Map<String, RuleSegment> rules, RfmSettings rfm)
        implements Candidate {

    public RuleCandidate {
        Objects.requireNonNull(segment);
        Objects.requireNonNull(name);
        Objects.requireNonNull(totals);
        rules = Map.copyOf(rules);
        Objects.requireNonNull(rfm);
    }

    @Override
    public String key() {
        return "rule-" + segment.key();
    }

    @Override
    public CandidateKind kind() {
        return CandidateKind.RULE;
    }

    @Override
    public Split learn(Population earlier) {
        return this::split;
    }

    private List<String> split(Population population) {
        RfmSegmentation ranked = RfmSegmentation.of(population, rfm);
        List<String> keys = new ArrayList<>(population.customers().size());
        for (Customer customer : population.customers()) {
            PastRule reading = new PastRule(
                    population.schema(), totals.totals(), rules, customer, ranked.keyOf(customer.features()));
            keys.add(segment.rule().accept(reading) ? "in" : "out");
        }
        return keys;
    }
}
