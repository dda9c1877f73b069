/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.response.Contribution;
import org.segcast.predictive.response.Direction;
import org.segcast.predictive.response.FeatureWeight;
import org.segcast.predictive.response.ResponseModel;

/** Logistic regression: the log-odds are the intercept plus each term's coefficient times its column. */
public record LinearModel(FeatureSchema schema, double intercept, List<Term> terms) implements ResponseModel {

    public LinearModel {
        Objects.requireNonNull(schema);
        terms = List.copyOf(terms);
        SegcastException.require(Double.isFinite(intercept), "the intercept must be finite, found " + intercept);
    }

    @Override
    public double probability(FeatureVector vector) {
        schema.require(vector.schema());
        double logOdds = intercept;
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            logOdds += term.coefficient() * term.column().value(vector);
        }
        return 1 / (1 + Math.exp(-logOdds));
    }

    @Override
    public List<Contribution> contributions(FeatureVector vector) {
        schema.require(vector.schema());
        Map<String, Double> sums = new LinkedHashMap<>();
        for (Term term : terms) {
            sums.merge(
                    term.column().feature(), term.coefficient() * term.column().value(vector), Double::sum);
        }
        List<Contribution> contributions = new ArrayList<>(sums.size());
        sums.forEach((feature, value) -> contributions.add(new Contribution(feature, value)));
        return contributions;
    }

    @Override
    public List<FeatureWeight> weights() {
        Map<String, Double> sums = new LinkedHashMap<>();
        terms.forEach(term -> sums.merge(term.column().feature(), Math.abs(term.coefficient()), Double::sum));
        double all = sums.values().stream().mapToDouble(Double::doubleValue).sum();
        return sums.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue()))
                .map(entry -> new FeatureWeight(
                        entry.getKey(), all == 0 ? 0 : entry.getValue() / all, direction(entry.getKey())))
                .toList();
    }

    private Direction direction(String feature) {
        return terms.stream()
                .filter(term -> term.column() instanceof NumericColumn column
                        && column.feature().equals(feature))
                .findFirst()
                .map(term -> term.coefficient() < 0 ? Direction.LOWERS : Direction.RAISES)
                .orElse(Direction.VARIES);
    }
}
