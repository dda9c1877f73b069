/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.warehouse;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.push.Approval;
import org.segcast.connector.push.Push;
import org.segcast.connector.push.PushPlanner;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.registry.FeatureStore;
import org.segcast.predictive.registry.MembershipStore;
import org.segcast.predictive.registry.ScoreStore;
import org.segcast.webapp.settings.Settings;

/** Holds the warehouse of the connected CRM open. Each CRM has a file of its own, so that nothing of one is taken for another's. */
@ApplicationScoped
public class Warehouse {
    private static final int MEMORY_MB = 192;
    private static final int THREADS = 2;

    @Inject
    private Settings settings;

    private DuckDbWarehouse file;
    private Mirror mirror;
    private PushPlanner planner;
    private Approval approval;
    private Push push;
    private FeatureStore features;
    private MembershipStore memberships;
    private ScoreStore scores;

    @PostConstruct
    void open() {
        file = new DuckDbWarehouse(settings.home().resolve(settings.source() + ".duckdb"), MEMORY_MB, THREADS);
        mirror = new Mirror(file);
        planner = new PushPlanner(file);
        approval = new Approval(file);
        push = new Push(file);
        features = new FeatureStore(file::open);
        memberships = new MembershipStore(file::open);
        scores = new ScoreStore(file::open);
    }

    @PreDestroy
    void close() {
        file.close();
    }

    /** For read-only queries over both modules' tables; the caller closes it. */
    Connection connection() throws SQLException {
        return file.open();
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

    /** The mirror's purchases, as the predictive module reads them. */
    public PurchaseHistories histories() {
        return new MirroredPurchases(mirror);
    }

    public FeatureStore features() {
        return features;
    }

    public MembershipStore memberships() {
        return memberships;
    }

    public ScoreStore scores() {
        return scores;
    }
}
