/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.segcast.webapp.vault.KeyChanging;
import org.segcast.webapp.vault.Opened;
import org.segcast.webapp.vault.Vault;

/** Keeps the study at hand in the state database, the key of its pseudonyms sealed. */
@ApplicationScoped
@Transactional
public class StudyStore {
    private static final String PLACE = "study pseudonyms";

    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    Optional<Study> current() {
        return stored().map(StoredStudy::study);
    }

    /** A sample drawn anew gets pseudonyms of its own; market research stays joined. */
    void keep(StudyDraft draft, List<Stratum> strata, LocalDate asOf, String by) {
        Optional<StoredStudy> known = stored();
        StoredStudy row = known.orElseGet(StoredStudy::first);
        row.drawn(draft, strata, asOf, by, clock.instant());
        row.seal(vault.seal(vault.random(), PLACE));
        if (known.isEmpty()) {
            state.persist(row);
        }
    }

    void join(String table) {
        stored().ifPresent(row -> row.join(table));
    }

    void remove() {
        stored().ifPresent(state::remove);
    }

    Optional<Opened> key() {
        return stored().map(row -> vault.open(row.sealed(), PLACE));
    }

    void reseal(@Observes KeyChanging changing) {
        stored().ifPresent(row -> {
            if (!vault.current(row.sealed()) && vault.open(row.sealed(), PLACE) instanceof Opened.Clear clear) {
                row.seal(vault.seal(clear.secret().reveal(), PLACE));
            }
        });
    }

    private Optional<StoredStudy> stored() {
        return Optional.ofNullable(state.find(StoredStudy.class, StoredStudy.ONLY));
    }
}
