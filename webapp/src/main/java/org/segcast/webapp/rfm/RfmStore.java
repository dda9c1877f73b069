/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rfm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.segcast.predictive.rfm.RfmSettings;

/** Keeps the settings in the state database; nothing is kept until somebody changes them. */
@ApplicationScoped
@Transactional
public class RfmStore {
    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Clock clock;

    RfmSettings wanted() {
        return stored().map(StoredRfm::wanted).orElse(RfmSettings.USUAL);
    }

    RfmSettings inForce() {
        return stored().map(StoredRfm::inForce).orElse(RfmSettings.USUAL);
    }

    Optional<RfmChange> change() {
        return stored().map(StoredRfm::change);
    }

    void want(RfmSettings settings, String by) {
        Optional<StoredRfm> known = stored();
        StoredRfm row = known.orElseGet(() -> new StoredRfm(RfmSettings.USUAL));
        row.want(settings, by, clock.instant());
        if (known.isEmpty()) {
            state.persist(row);
        }
    }

    RfmSettings takeUp() {
        stored().ifPresent(StoredRfm::takeUp);
        return inForce();
    }

    private Optional<StoredRfm> stored() {
        return Optional.ofNullable(state.find(StoredRfm.class, StoredRfm.ONLY));
    }
}
