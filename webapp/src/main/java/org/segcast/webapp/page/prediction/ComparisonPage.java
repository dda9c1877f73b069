/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.prediction;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.comparison.ComparisonResult;
import org.segcast.webapp.comparison.ComparisonUnderWay;
import org.segcast.webapp.comparison.Comparisons;
import org.segcast.webapp.comparison.KeptComparison;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.security.Role;
import org.segcast.webapp.warehouse.Warehouse;

/** Starts a comparison of segmentations, follows it, and shows what the latest came to. */
@Named("comparisonPage")
@RequestScoped
public class ComparisonPage {
    private static final String HERE = "/comparison?faces-redirect=true";

    @Inject
    private Comparisons comparisons;

    @Inject
    private Warehouse warehouse;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private Comparisons.Progress progress;
    private Optional<KeptComparison> latest = Optional.empty();
    private int windowDays;

    @PostConstruct
    void look() {
        // first: one that ends in between is then followed once more, and its answer shown
        progress = comparisons.progress();
        latest = comparisons.latest();
        windowDays = latest.map(KeptComparison::windowDays).orElse(Comparisons.USUAL_WINDOW);
    }

    public String start() {
        if (visitor.may(Role.MARKETER)) {
            comparisons.start(windowDays, visitor.getName()).ifPresent(notices::refused);
        }
        return HERE;
    }

    public String stop() {
        if (visitor.may(Role.MARKETER)) {
            comparisons
                    .requestStop()
                    .ifPresentOrElse(
                            notices::refused, () -> notices.done("The comparison stops. Nothing of it is kept."));
        }
        return HERE;
    }

    /** At most one. */
    public List<ComparisonUnderWay> getInterrupted() {
        return comparisons.interrupted().stream().toList();
    }

    public int getWindowDays() {
        return windowDays;
    }

    public void setWindowDays(int windowDays) {
        this.windowDays = windowDays;
    }

    public List<Integer> getWindows() {
        return Comparisons.WINDOWS;
    }

    public boolean isMeasured() {
        return warehouse.features().asOf().isPresent();
    }

    public Comparisons.Progress getProgress() {
        return progress;
    }

    /** At most one. */
    public List<KeptComparison> getLatest() {
        return latest.stream().toList();
    }

    public boolean isOutdated() {
        return latest.filter(comparisons::isOutdated).isPresent();
    }

    /** Why nothing was compared; empty text where it was. */
    public String getRefusal() {
        return latest.map(KeptComparison::result)
                .filter(ComparisonResult.Refused.class::isInstance)
                .map(refused -> ((ComparisonResult.Refused) refused).message())
                .orElse("");
    }

    /** At most one. */
    public List<ComparisonAnswer> getAnswers() {
        return latest
                .map(KeptComparison::result)
                .filter(ComparisonResult.Report.class::isInstance)
                .map(report -> new ComparisonAnswer((ComparisonResult.Report) report, formats))
                .stream()
                .toList();
    }
}
