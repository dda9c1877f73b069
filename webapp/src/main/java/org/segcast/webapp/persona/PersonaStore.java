/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.persona;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Keeps what people wrote of segments in the state database. */
@ApplicationScoped
@Transactional
public class PersonaStore {
    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Clock clock;

    Optional<PersonaText> find(String segment) {
        return Optional.ofNullable(state.find(StoredPersona.class, segment)).map(StoredPersona::text);
    }

    /** Empty, and nothing kept, where another version than the draft's stands there. */
    Optional<PersonaText> keep(String segment, PersonaDraft draft, String by) {
        Optional<StoredPersona> known =
                Optional.ofNullable(state.find(StoredPersona.class, segment, LockModeType.PESSIMISTIC_WRITE));
        if (known.map(StoredPersona::version).orElse(0) != draft.version()) {
            return Optional.empty();
        }
        StoredPersona row = known.orElseGet(() -> new StoredPersona(segment));
        row.set(draft, by, clock.instant());
        if (known.isEmpty()) {
            state.persist(row);
        }
        return Optional.of(row.text());
    }
}
