/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.segcast.predictive.review.MembershipFigures;
import org.segcast.predictive.review.SegmentOrigin;
import org.segcast.predictive.review.SegmentReview;
import org.segcast.predictive.review.SegmentState;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.webapp.cluster.ClusterBook;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.segment.SegmentNames;
import org.segcast.webapp.warehouse.Warehouse;

/** What segments are warned of, and who reviewed them. Figures are counted once for each run. */
@ApplicationScoped
public class SegmentReviews {
    private static final Logger LOG = Logger.getLogger(SegmentReviews.class.getName());

    /** Who never ordered and who fits no cluster. */
    private static final Set<String> NOBODY_MADE = Set.of(RfmSegment.PROSPECTS.key(), ClusterBook.NO_GOOD_FIT.key());

    @Inject
    private Warehouse warehouse;

    @Inject
    private SegmentNames names;

    @Inject
    private RunJournal journal;

    @Inject
    private Runs runs;

    @Inject
    private ReviewStore store;

    @Inject
    private Clock clock;

    private record Kept(long runId, MembershipFigures figures) {}

    private volatile Optional<Kept> kept = Optional.empty();

    /** Every segment that somebody made, with what it is warned of. Without segments before the first run. */
    public ReviewSheet sheet() {
        return figures().map(this::sheet).orElse(ReviewSheet.NONE);
    }

    private ReviewSheet sheet(MembershipFigures figures) {
        List<SegmentState> segments = segments(figures);
        SegmentReview review = new SegmentReview(figures.asOf(), figures.contacts());
        return new ReviewSheet(
                Optional.of(figures.asOf()),
                figures.contacts(),
                segments,
                review.warnings(segments, figures.overlaps()));
    }

    /** Newest first. */
    public List<PastReview> of(String segment) {
        return store.of(segment);
    }

    /** @return what is wrong with the note, or nothing: then it is kept */
    public Optional<String> review(String segment, String note, String by) {
        String text = note.strip();
        if (text.length() > PastReview.LONGEST_NOTE) {
            return Optional.of("A note has at most " + PastReview.LONGEST_NOTE + " characters, this one has "
                    + text.length() + ".");
        }
        store.add(segment, new PastReview(runs.today(), clock.instant(), by, text));
        return Optional.empty();
    }

    /** Somebody opened a segment. */
    public void looked(String segment) {
        try {
            store.looked(segment, runs.today());
        } catch (PersistenceException | TransactionalException beaten) {
            LOG.log(Level.FINE, "another one opened the segment at the same moment", beaten);
        }
    }

    private Optional<MembershipFigures> figures() {
        return journal.latestWith("segments").flatMap(run -> figures(run.getId()));
    }

    private Optional<MembershipFigures> figures(long runId) {
        if (kept.filter(known -> known.runId() == runId).isEmpty()) {
            kept = warehouse.segmentFigures().all().map(figures -> new Kept(runId, figures));
        }
        return kept.map(Kept::figures);
    }

    private List<SegmentState> segments(MembershipFigures figures) {
        Map<String, LocalDate> looks = store.lookedAt();
        Map<String, LocalDate> reviews = store.reviewed();
        return names.all().stream()
                .filter(segment -> !NOBODY_MADE.contains(segment.key()))
                .map(segment -> new SegmentState(
                        segment.key(),
                        segment.name(),
                        SegmentOrigin.valueOf(segment.kind().toUpperCase(Locale.ROOT)),
                        figures.sizes().getOrDefault(segment.key(), 0L),
                        Optional.ofNullable(figures.moves().get(segment.key())),
                        Optional.ofNullable(looks.get(segment.key())),
                        Optional.ofNullable(reviews.get(segment.key()))))
                .toList();
    }
}
