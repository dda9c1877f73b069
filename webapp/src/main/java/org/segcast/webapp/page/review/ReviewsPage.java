/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.review;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.segcast.predictive.review.MoveDays;
import org.segcast.predictive.review.SegmentState;
import org.segcast.predictive.review.Warning;
import org.segcast.predictive.review.WarningKind;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.review.ReviewSheet;
import org.segcast.webapp.review.SegmentReviews;

/** What segments are warned of, and when each was last looked at. */
@Named("reviewsPage")
@RequestScoped
public class ReviewsPage {
    @Inject
    private SegmentReviews reviews;

    @Inject
    private Formats formats;

    private ReviewSheet sheet;

    @PostConstruct
    void look() {
        sheet = reviews.sheet();
    }

    /** Warnings of one kind. */
    public record Group(WarningKind kind, List<Warning> warnings) {}

    public boolean isMeasured() {
        return sheet.asOf().isPresent();
    }

    public List<SegmentState> getSegments() {
        return sheet.segments();
    }

    public List<Group> getGroups() {
        return sheet.warnings().stream()
                .collect(Collectors.groupingBy(Warning::kind, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** The answer before the evidence. */
    public String getSummary() {
        int waiting = sheet.waiting().size();
        int known = sheet.warnings().size() - waiting;
        return (waiting == 0
                        ? "Nothing waits for a decision"
                        : formats.of(waiting, "warning waits", "warnings wait") + " for a decision")
                + (known == 0 ? "." : "; " + formats.of(known, "is", "are") + " known from reviews.");
    }

    public List<SegmentState> about(Warning warning) {
        return sheet.segments().stream()
                .filter(segment -> warning.segments().contains(segment.key()))
                .toList();
    }

    public String lastMove(SegmentState segment) {
        return day(segment.moves().map(MoveDays::last));
    }

    public String lookedAt(SegmentState segment) {
        return day(segment.lookedAt());
    }

    public String reviewed(SegmentState segment) {
        return day(segment.reviewed());
    }

    private String day(Optional<LocalDate> day) {
        return formats.maybeDay(day);
    }
}
