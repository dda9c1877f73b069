/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.prediction;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.segcast.webapp.model.ModelReport.Weight;

/**
 * A weight as a bar to the left or the right of a middle line; the heaviest fills its side.
 *
 * @param length in percent of the track
 */
public record WeightBar(Weight weight, boolean raises, double length) {
    static final int MOST = 10;

    private static final double SIDE = 38;

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
        double length = heaviest == 0 ? 0 : SIDE * Math.abs(weight.weight()) / heaviest;
        return new WeightBar(weight, weight.weight() >= 0, length);
    }

    public String style() {
        return String.format(Locale.ROOT, "left:%.2f%%;width:%.2f%%", raises ? 50 : 50 - length, length);
    }

    /** Where the figure stands: behind the bar's free end. */
    public String figureStyle() {
        return String.format(Locale.ROOT, raises ? "left:calc(%.2f%% + 6px)" : "right:calc(%.2f%% + 6px)", 50 + length);
    }
}
