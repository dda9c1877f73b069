/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.prediction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.segcast.predictive.comparison.ComparisonResult;
import org.segcast.predictive.comparison.Standing;
import org.segcast.webapp.page.chart.IntervalChart;
import org.segcast.webapp.page.format.Formats;

/** What a comparison came to, in words, lines and a picture. */
public final class ComparisonAnswer {
    private static final int BEST = 10;
    private static final int MOST_SHOWN = 20;
    private static final int NAMED = 2;

    private final ComparisonResult.Report report;
    private final List<StandingRow> rows;
    private final Formats formats;

    ComparisonAnswer(ComparisonResult.Report report, Formats formats) {
        this.report = report;
        this.formats = formats;
        this.rows = IntStream.range(0, report.standings().size())
                .mapToObj(i -> new StandingRow(i + 1, report.standings().get(i), formats))
                .toList();
    }

    public ComparisonResult.Report report() {
        return report;
    }

    /** The answer before the evidence. */
    public String sentence() {
        String asked = "who " + report.objective().name();
        if (rows.stream().noneMatch(row -> row.standing().gains())) {
            return "No segmentation tells " + asked + " better than none does: the interval of each of the "
                    + formats.count(rows.size() - 1L) + " reaches zero.";
        }
        Standing first = rows.get(0).standing();
        return "Best at telling " + asked + " is " + first.name()
                + ": of 100 pairs of one customer who does and one who does not, it gets "
                + formats.count(Math.round(100 * (0.5 + first.aucGain().value()))) + " right (50 by chance); "
                + rivals()
                + ".";
    }

    private String rivals() {
        List<StandingRow> asGood = rows.stream()
                .skip(1)
                .filter(row -> row.standing().gains() && row.standing().isAsGoodAsFirst())
                .toList();
        if (asGood.isEmpty()) {
            return "all others are clearly behind";
        }
        String names =
                asGood.stream().limit(NAMED).map(row -> row.standing().name()).collect(Collectors.joining(" and "));
        long others = asGood.size() - NAMED;
        return names + (others > 0 ? " and " + formats.of(others, "other", "others") : "")
                + (asGood.size() == 1 ? " is" : " are") + " as good within the interval, so there is no clear winner";
    }

    /** How the best of those in use does; empty text where it is the answer already. */
    public String inUse() {
        Optional<StandingRow> best = rows.stream().filter(StandingRow::inUse).findFirst();
        return best.filter(row -> row.place() > 1)
                .map(row -> "Of those in use, " + row.standing().name() + " does best, at place "
                        + formats.count(row.place()) + " of " + formats.count(rows.size())
                        + (row.standing().isAsGoodAsFirst() ? ", as good as the first." : "."))
                .orElse("");
    }

    /** Every segmentation, the best first. */
    public List<StandingRow> all() {
        return rows;
    }

    /** The best ones, those in use, and none. */
    public List<StandingRow> shown() {
        List<StandingRow> chosen = rows.stream()
                .filter(row -> row.place() <= BEST || row.inUse())
                .limit(MOST_SHOWN)
                .toList();
        return rows.stream().filter(row -> row.none() || chosen.contains(row)).toList();
    }

    public String chart() {
        return new IntervalChart(
                        "Log-loss gained over no segmentation",
                        shown().stream().map(ComparisonAnswer::line).toList(),
                        formats)
                .draw();
    }

    private static IntervalChart.Line line(StandingRow row) {
        Standing standing = row.standing();
        return new IntervalChart.Line(
                standing.name(),
                standing.logLossGain().value(),
                standing.logLossGain().interval().low(),
                standing.logLossGain().interval().high(),
                row.none() ? "var(--chart-ref)" : row.inUse() ? "var(--seg-3)" : "var(--data)");
    }
}
