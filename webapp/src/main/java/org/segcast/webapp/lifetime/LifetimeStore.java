/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.lifetime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.segcast.webapp.connection.ConnectionRemoved;
import org.segcast.webapp.connection.Connections;

/** Keeps what searches came to in the state database. */
@ApplicationScoped
@Transactional
public class LifetimeStore {
    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Connections connections;

    /** @param source the CRM whose customers it was about */
    void keep(String source, KeptLifetime kept) {
        state.persist(new StoredLifetime(source, kept));
    }

    /** Over the connected CRM. */
    Optional<KeptLifetime> latest() {
        return state.createQuery(
                        "select l from StoredLifetime l where l.source = :source order by l.id desc",
                        StoredLifetime.class)
                .setParameter("source", connections.source())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(StoredLifetime::lifetime);
    }

    void forget(@Observes ConnectionRemoved gone) {
        if (gone.withData()) {
            state.createQuery("delete from StoredLifetime l where l.source = :source")
                    .setParameter("source", gone.source())
                    .executeUpdate();
        }
    }
}
