/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.persona;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.segcast.webapp.connection.ConnectionRemoved;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.rule.RuleSegmentRemoved;

/** Keeps what people wrote of segments in the state database, apart for each CRM. */
@ApplicationScoped
@Transactional
public class PersonaStore {
    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Connections connections;

    @Inject
    private Clock clock;

    Optional<PersonaText> find(String segment) {
        return stored(segment).map(StoredPersona::text);
    }

    private Optional<StoredPersona> stored(String segment) {
        return state.createQuery(
                        "select p from StoredPersona p where p.source = :source and p.segmentKey = :segment",
                        StoredPersona.class)
                .setParameter("source", connections.source())
                .setParameter("segment", segment)
                .getResultStream()
                .findFirst();
    }

    /** Empty, and nothing kept, where another version than the draft's stands there. */
    Optional<PersonaText> keep(String segment, PersonaDraft draft, String by) {
        Optional<StoredPersona> known = stored(segment);
        if (known.map(StoredPersona::version).orElse(0) != draft.version()) {
            return Optional.empty();
        }
        StoredPersona row = known.orElseGet(() -> new StoredPersona(connections.source(), segment));
        row.set(draft, by, clock.instant());
        if (known.isEmpty()) {
            state.persist(row);
        }
        return Optional.of(row.text());
    }

    void forget(@Observes RuleSegmentRemoved gone) {
        state.createQuery("delete from StoredPersona p where p.segmentKey = :segment")
                .setParameter("segment", gone.key())
                .executeUpdate();
    }

    void forget(@Observes ConnectionRemoved gone) {
        if (gone.withData()) {
            state.createQuery("delete from StoredPersona p where p.source = :source")
                    .setParameter("source", gone.source())
                    .executeUpdate();
        }
    }
}
