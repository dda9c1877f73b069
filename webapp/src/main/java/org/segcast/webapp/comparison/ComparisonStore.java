/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.segcast.webapp.connection.ConnectionRemoved;
import org.segcast.webapp.connection.Connections;

/** Keeps what comparisons came to in the state database. */
@ApplicationScoped
@Transactional
public class ComparisonStore {
    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Connections connections;

    /** @param source the CRM whose customers it was about */
    void keep(String source, KeptComparison comparison) {
        state.persist(new StoredComparison(source, comparison));
    }

    void begun(String source, ComparisonUnderWay underWay) {
        state.merge(new StoredUnderWay(source, underWay));
    }

    void ended(String source) {
        Optional.ofNullable(state.find(StoredUnderWay.class, source)).ifPresent(state::remove);
    }

    /** Of the connected CRM. */
    Optional<ComparisonUnderWay> underWay() {
        return Optional.ofNullable(state.find(StoredUnderWay.class, connections.source()))
                .map(StoredUnderWay::underWay);
    }

    /** The latest over the connected CRM, newest first. */
    List<KeptComparison> recent(int count) {
        return state.createQuery(
                        "select c from StoredComparison c where c.source = :source order by c.id desc",
                        StoredComparison.class)
                .setParameter("source", connections.source())
                .setMaxResults(count)
                .getResultStream()
                .map(StoredComparison::comparison)
                .toList();
    }

    /** Of the connected CRM. */
    Optional<KeptComparison> find(long id) {
        return state.createQuery(
                        "select c from StoredComparison c where c.source = :source and c.id = :id",
                        StoredComparison.class)
                .setParameter("source", connections.source())
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(StoredComparison::comparison);
    }

    void forget(@Observes ConnectionRemoved gone) {
        if (gone.withData()) {
            state.createQuery("delete from StoredComparison c where c.source = :source")
                    .setParameter("source", gone.source())
                    .executeUpdate();
            ended(gone.source());
        }
    }
}
