/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.cluster.ClusterModel;
import org.segcast.predictive.cluster.ClusterSearch;

/**
 * As many clusters, by the same features, as people keep. Their centres are found anew among the customers of the cut-off that is learnt from: those in use have seen
 * what came later. All customers are one segment where these features tell none of them apart.
 */
public record ClusterCandidate(ClusterSearch search, List<String> features, int clusters) implements Candidate {

    public ClusterCandidate {
        features = List.copyOf(features);
    }

    @Override
    public String key() {
        return "clusters";
    }

    @Override
    public String name() {
        return "Clustering";
    }

    @Override
    public CandidateKind kind() {
        return CandidateKind.CLUSTERS;
    }

    @Override
    public Split learn(Population earlier) {
        Optional<ClusterModel> model = search.fit(earlier, features, clusters);
        return population -> model.map(found -> placed(found, population))
                .orElseGet(() -> Collections.nCopies(population.customers().size(), ""));
    }

    private static List<String> placed(ClusterModel model, Population population) {
        ClusterModel.Placing placing = model.on(population.schema());
        return population.customers().stream()
                .map(customer -> placing.place(customer.features())
                        .filter(placement -> placement.goodFit())
                        .map(placement -> Integer.toString(placement.cluster()))
                        .orElse("no good fit"))
                .toList();
    }
}
