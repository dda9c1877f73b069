/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.prediction;

import java.util.Comparator;
import java.util.List;
import org.segcast.webapp.model.ModelReport.Weight;
import org.segcast.webapp.page.chart.DivergingBar;

/** A weight as a bar; the heaviest fills its side. */
public record WeightBar(Weight weight, DivergingBar bar) {
    static final int MOST = 10;

    static List<WeightBar> of(List<Weight> weights) {
        double heaviest = weights.stream()
                .mapToDouble(weight -> Math.abs(weight.weight()))
                .max()
                .orElse(1);
        return weights.stream()
                .sorted(Comparator.comparingDouble((Weight weight) -> -Math.abs(weight.weight())))
                .limit(MOST)
                .map(weight -> of(weight, heaviest))
                .toList();
    }

    private static WeightBar of(Weight weight, double heaviest) {
        double part = heaviest == 0 ? 0 : Math.abs(weight.weight()) / heaviest;
        return new WeightBar(weight, new DivergingBar(weight.weight() >= 0, part));
    }
}
