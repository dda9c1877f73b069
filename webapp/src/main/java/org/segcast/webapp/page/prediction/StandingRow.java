/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.prediction;

import java.util.function.DoubleFunction;
import org.segcast.predictive.comparison.Figure;
import org.segcast.predictive.comparison.Standing;
import org.segcast.predictive.comparison.candidate.CandidateKind;
import org.segcast.webapp.page.format.Formats;

/** A segmentation's place and figures, as a line of a table. */
public record StandingRow(int place, Standing standing, Formats formats) {
    private static final double BY_CHANCE = 0.5;

    public boolean none() {
        return standing.kind() == CandidateKind.NONE;
    }

    /** Whether people have set it up, rather than that it could be made. */
    public boolean inUse() {
        return switch (standing.kind()) {
            case RFM, RULE, CLUSTERS -> true;
            case NONE, WORD, BANDS, PAIR -> false;
        };
    }

    /** What to think of it, in a few words. */
    public String verdict() {
        if (none()) {
            return "What all others are measured against";
        }
        if (!standing.gains()) {
            return "No better than no segmentation";
        }
        return place > 1 && standing.isAsGoodAsFirst() ? "As good as the first" : "";
    }

    public String kind() {
        return standing.kind().label() + (inUse() ? ", in use" : "");
    }

    public String gain() {
        return formats.decimal(standing.logLossGain().value(), 4);
    }

    public String gainRange() {
        return range(standing.logLossGain(), figure -> formats.decimal(figure, 4));
    }

    public String auc() {
        return formats.decimal(BY_CHANCE + standing.aucGain().value(), 3);
    }

    public String aucRange() {
        return range(standing.aucGain(), figure -> formats.decimal(BY_CHANCE + figure, 3));
    }

    public String revenue() {
        return formats.percent(standing.revenueExplained().value());
    }

    public String revenueRange() {
        return range(standing.revenueExplained(), formats::percent);
    }

    public String changed() {
        return formats.percent(standing.changed().value());
    }

    public String changedRange() {
        return range(standing.changed(), formats::percent);
    }

    private static String range(Figure figure, DoubleFunction<String> words) {
        return words.apply(figure.interval().low()) + " to "
                + words.apply(figure.interval().high());
    }
}
