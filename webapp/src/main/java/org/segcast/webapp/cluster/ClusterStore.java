/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.IntFunction;

/** Keeps the clusters in use in the state database. */
@ApplicationScoped
@Transactional
public class ClusterStore {
    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Clock clock;

    Optional<Clustering> current() {
        return stored().flatMap(StoredClustering::clustering);
    }

    /** @param made from the number of this clustering, which no other one has */
    void keep(IntFunction<Clustering> made, String by) {
        Optional<StoredClustering> known = stored();
        StoredClustering row = known.orElseGet(StoredClustering::first);
        row.set(Optional.of(made.apply(row.nextVersion())), by, clock.instant());
        if (known.isEmpty()) {
            state.persist(row);
        }
    }

    void change(Clustering changed, String by) {
        stored().ifPresent(row -> row.set(Optional.of(changed), by, clock.instant()));
    }

    void remove(String by) {
        stored().ifPresent(row -> row.set(Optional.empty(), by, clock.instant()));
    }

    private Optional<StoredClustering> stored() {
        return Optional.ofNullable(state.find(StoredClustering.class, StoredClustering.ONLY));
    }
}
