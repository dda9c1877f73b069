/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.prediction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.segcast.webapp.model.ModelReport;
import org.segcast.webapp.page.format.Formats;

/** How grades and refusals are said. A refusal is a result like any other. */
@Named("grades")
@RequestScoped
public class Grades {
    private static final String REFUSED = "R";
    private static final String SHARED = "S";

    private static final Pattern REORDER = Pattern.compile("reorder_(\\d+)");

    @Inject
    private Formats formats;

    /** A, B, C, R for a refusal, or S where the model for all is shared. */
    public String of(ModelReport report) {
        if (isRefused(report)) {
            return REFUSED;
        }
        return report.grade().filter(grade -> !isShared(report)).orElse(SHARED);
    }

    public boolean isShared(ModelReport report) {
        return report.outcome().equals("uses_global");
    }

    public boolean isRefused(ModelReport report) {
        return report.outcome().equals("refused");
    }

    /** What counts as a response, as a heading. */
    public String objective(ModelReport report) {
        Matcher reorder = REORDER.matcher(report.objective());
        return reorder.matches()
                ? "Orders again within " + reorder.group(1) + " days"
                : formats.capital(report.objective().replace('_', ' '));
    }

    /** As the style sheet names it. */
    public String look(String grade) {
        return grade.equals(SHARED) ? "r" : grade.toLowerCase(Locale.ROOT);
    }

    public String word(String grade) {
        return switch (grade) {
            case REFUSED -> "Refused";
            case SHARED -> "Shared";
            default -> grade;
        };
    }

    /** What became of the model, in two or three words. */
    public String outcome(ModelReport report) {
        return switch (report.outcome()) {
            case "published" -> "In use";
            case "not_published" -> "Not in use";
            case "uses_global" -> "Uses the model for all";
            case "refused" -> "No model";
            default -> report.outcome();
        };
    }

    /** Lift of model and simple rule in a line; for a refusal the first sentence of its reason. */
    public String brief(ModelReport report) {
        if (isShared(report)) {
            return "Uses the model for all customers";
        }
        return report.evaluation()
                .filter(evaluation -> !isRefused(report))
                .map(evaluation ->
                        formats.times(evaluation.lift()) + " chance, rule " + formats.times(evaluation.ruleLift()))
                .orElseGet(() -> report.message().split("(?<=\\.) ", 2)[0]);
    }

    /** The headline of a model's page. */
    public String verdict(ModelReport report) {
        return switch (of(report)) {
            case "A" -> "Clearly better than the simple rule";
            case "B" -> "Better than the simple rule, less surely";
            case "C" -> "No better than the simple rule: not used";
            case SHARED -> "Uses the model for all customers";
            default -> "No model";
        };
    }
}
