/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.comparison;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.segcast.predictive.comparison.Comparison;
import org.segcast.predictive.comparison.ComparisonResult;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.response.Objective;
import org.segcast.webapp.connection.ConnectionSwitched;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.warehouse.Warehouse;

/**
 * Compares segmentations beside everything else, one comparison at a time, as of the latest run. What it came to is kept. A restart of the server ends one under way, which is told until the next begins.
 */
@ApplicationScoped
public class Comparisons {
    /** Days within which an order counts. */
    public static final List<Integer> WINDOWS = List.of(30, 60, 90, 180);

    /** The one that models use. */
    public static final int USUAL_WINDOW = Objective.REORDER_60.windowDays();

    private static final Logger LOG = Logger.getLogger(Comparisons.class.getName());
    private static final long SEED = 1;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Warehouse warehouse;

    @Inject
    private Connections connections;

    @Inject
    private RunJournal runs;

    @Inject
    private Contestants contestants;

    @Inject
    private ComparisonStore store;

    @Inject
    private Clock clock;

    private volatile Progress progress = new Progress(false, USUAL_WINDOW, 0, 0, "");
    private volatile boolean stopping;
    private volatile boolean closing;

    /**
     * How far the one under way is.
     *
     * @param done segmentations of {@code all}; 0 of 0 while orders are read
     * @param trouble why the latest ended without an answer; empty text where it did not
     */
    public record Progress(boolean running, int windowDays, int done, int all, String trouble) {}

    /** What was asked about the customers of another CRM is no question here. */
    void stop(@Observes ConnectionSwitched now) {
        stopping = true;
    }

    @PreDestroy
    void stop() {
        closing = true;
        stopping = true;
    }

    /**
     * Ends the one under way after the segmentation in hand; nothing of it is kept.
     *
     * @return what stands against it, or nothing
     */
    public Optional<String> requestStop() {
        if (!progress.running()) {
            return Optional.of("No comparison is under way.");
        }
        stopping = true;
        return Optional.empty();
    }

    /** The one that a restart of the server ended before its end, until another begins. */
    public Optional<ComparisonUnderWay> interrupted() {
        return progress.running() ? Optional.empty() : store.underWay();
    }

    public Progress progress() {
        return progress;
    }

    public Optional<KeptComparison> latest() {
        return recent(1).stream().findFirst();
    }

    /** Newest first. */
    public List<KeptComparison> recent(int count) {
        return store.recent(count);
    }

    public Optional<KeptComparison> find(long id) {
        return store.find(id);
    }

    /** Whether RFM settings, rules or clusters are others than those that were compared. */
    public boolean isOutdated(KeptComparison comparison) {
        return !comparison.settings().equals(contestants.settings());
    }

    /**
     * @param windowDays one of {@link #WINDOWS}
     * @return what stands against it, or nothing: then it began
     */
    public synchronized Optional<String> start(int windowDays, String by) {
        if (progress.running()) {
            return Optional.of("A comparison is under way. Wait for its end.");
        }
        if (runs.active().isPresent()) {
            return Optional.of("A run is going, so that orders may be read in part only. Wait for its end.");
        }
        Optional<LocalDate> asOf = warehouse.features().asOf();
        if (asOf.isEmpty()) {
            return Optional.of("There is nothing measured yet: start a run first.");
        }
        String source = connections.source();
        stopping = false;
        store.begun(source, new ComparisonUnderWay(windowDays, by, clock.instant()));
        progress = new Progress(true, windowDays, 0, 0, "");
        executor.execute(() -> compare(source, asOf.get(), windowDays, by));
        return Optional.empty();
    }

    private void compare(String source, LocalDate asOf, int windowDays, String by) {
        String trouble = "";
        try {
            PurchaseHistories histories = warehouse.histories();
            FeatureExtractor extractor = new FeatureExtractor(histories);
            Contest contest = contestants.gather(extractor.schema(), SEED);
            int all = contest.candidates().size();
            ComparisonResult result = new Comparison(extractor, contest.totals(), SEED)
                    .compare(
                            histories,
                            asOf,
                            Objective.reorder(windowDays),
                            contest.candidates(),
                            done -> progress = new Progress(true, windowDays, done, all, ""),
                            () -> stopping);
            if (!(result instanceof ComparisonResult.Stopped)) {
                store.keep(
                        source,
                        new KeptComparison(
                                0,
                                asOf,
                                windowDays,
                                SEED,
                                contest.settings(),
                                contest.leftOut(),
                                result,
                                by,
                                clock.instant()));
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "a comparison of segmentations failed", failed);
            trouble = "The comparison failed. Try it again; the server's log says why.";
        } finally {
            if (!closing) {
                store.ended(source);
            }
            progress = new Progress(false, windowDays, 0, 0, trouble);
        }
    }
}
