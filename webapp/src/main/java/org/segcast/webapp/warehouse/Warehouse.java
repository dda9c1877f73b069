/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.warehouse;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.push.Approval;
import org.segcast.connector.push.Push;
import org.segcast.connector.push.PushPlanner;
import org.segcast.connector.push.PushUndo;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.registry.FeatureDistributions;
import org.segcast.predictive.registry.FeatureStore;
import org.segcast.predictive.registry.FieldCoverage;
import org.segcast.predictive.registry.LifetimeValueStore;
import org.segcast.predictive.registry.MembershipStore;
import org.segcast.predictive.registry.PersonaMoments;
import org.segcast.predictive.registry.PersonaPurchases;
import org.segcast.predictive.registry.RuleMemberships;
import org.segcast.predictive.registry.ScoreStore;
import org.segcast.predictive.registry.SegmentFigures;
import org.segcast.predictive.registry.StudySamples;
import org.segcast.predictive.registry.TypicalMembers;
import org.segcast.webapp.connection.ConnectionRemoved;
import org.segcast.webapp.connection.ConnectionSwitched;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.settings.Settings;

/**
 * Holds the warehouse of the connected CRM open. Each CRM has a file of its own, so that nothing of one is taken for another's. When another CRM is put in use its file
 * takes the place of the one before; whoever still reads that one reads on to the end.
 */
@ApplicationScoped
public class Warehouse {
    private static final int MEMORY_MB = 192;
    private static final int THREADS = 2;

    @Inject
    private Settings settings;

    @Inject
    private Connections connections;

    private final ReadWriteLock turn = new ReentrantReadWriteLock();
    private DuckDbWarehouse file;
    private Path path;
    private Mirror mirror;
    private PushPlanner planner;
    private Approval approval;
    private Push push;
    private PushUndo undo;
    private FeatureStore features;
    private FeatureDistributions distributions;
    private MembershipStore memberships;
    private ScoreStore scores;
    private RuleMemberships rules;
    private PersonaMoments moments;
    private PersonaPurchases bought;
    private TypicalMembers typical;
    private SegmentFigures segmentFigures;
    private FieldCoverage fieldCoverage;
    private StudySamples samples;
    private LifetimeValueStore lifetimeValues;

    @PostConstruct
    void open() {
        path = pathOf(connections.source());
        file = opened(path);
        mirror = new Mirror(this::connection);
        planner = new PushPlanner(this::connection);
        approval = new Approval(this::connection);
        push = new Push(this::connection);
        undo = new PushUndo(this::connection);
        features = new FeatureStore(this::connection);
        distributions = new FeatureDistributions(this::connection);
        memberships = new MembershipStore(this::connection);
        scores = new ScoreStore(this::connection);
        rules = new RuleMemberships(this::connection);
        moments = new PersonaMoments(this::connection);
        bought = new PersonaPurchases(this::connection);
        typical = new TypicalMembers(this::connection);
        segmentFigures = new SegmentFigures(this::connection);
        fieldCoverage = new FieldCoverage(this::connection);
        samples = new StudySamples(this::connection);
        lifetimeValues = new LifetimeValueStore(this::connection);
    }

    @PreDestroy
    void close() {
        file.close();
    }

    /** The new file is ready before the old one is given up: if it can't be opened, nothing changes. */
    void follow(@Observes ConnectionSwitched now) {
        Path wanted = pathOf(now.source());
        if (wanted.equals(path)) {
            return;
        }
        DuckDbWarehouse before = file;
        DuckDbWarehouse next = opened(wanted);
        turn.writeLock().lock();
        try {
            file = next;
            path = wanted;
        } finally {
            turn.writeLock().unlock();
        }
        before.close();
    }

    /** Removes the file of a CRM that is no longer wanted. */
    void forget(@Observes ConnectionRemoved gone) {
        Path unwanted = pathOf(gone.source());
        if (!gone.withData() || unwanted.equals(path)) {
            return;
        }
        try {
            Files.deleteIfExists(unwanted);
            Files.deleteIfExists(unwanted.resolveSibling(unwanted.getFileName() + ".wal"));
        } catch (IOException kept) {
            throw new SegcastException(
                    ErrorCode.MIRROR_FAILED,
                    "Its data in " + unwanted + " could not be deleted, so the connection stays: give the server's"
                            + " account the right to delete that file, and try again",
                    kept);
        }
    }

    private Path pathOf(String source) {
        return settings.home().resolve(source + ".duckdb");
    }

    /** With the tables of both modules, which their stores make. */
    private static DuckDbWarehouse opened(Path path) {
        DuckDbWarehouse opened = new DuckDbWarehouse(path, MEMORY_MB, THREADS);
        new Mirror(opened);
        new PushPlanner(opened);
        new FeatureStore(opened::open);
        MirroredPurchases.define(opened::open);
        return opened;
    }

    /** For read-only queries over both modules' tables; the caller closes it. */
    Connection connection() throws SQLException {
        turn.readLock().lock();
        try {
            return file.open();
        } finally {
            turn.readLock().unlock();
        }
    }

    public Mirror mirror() {
        return mirror;
    }

    public PushPlanner planner() {
        return planner;
    }

    public Approval approval() {
        return approval;
    }

    public Push push() {
        return push;
    }

    public PushUndo undo() {
        return undo;
    }

    /** The mirror's purchases, as the predictive module reads them. */
    public PurchaseHistories histories() {
        return new MirroredPurchases(mirror);
    }

    public FeatureStore features() {
        return features;
    }

    public FeatureDistributions distributions() {
        return distributions;
    }

    public MembershipStore memberships() {
        return memberships;
    }

    public RuleMemberships rules() {
        return rules;
    }

    public PersonaMoments personaMoments() {
        return moments;
    }

    public PersonaPurchases personaPurchases() {
        return bought;
    }

    public TypicalMembers typicalMembers() {
        return typical;
    }

    public FieldCoverage fieldCoverage() {
        return fieldCoverage;
    }

    public SegmentFigures segmentFigures() {
        return segmentFigures;
    }

    public StudySamples samples() {
        return samples;
    }

    public LifetimeValueStore lifetimeValues() {
        return lifetimeValues;
    }

    public ScoreStore scores() {
        return scores;
    }
}
