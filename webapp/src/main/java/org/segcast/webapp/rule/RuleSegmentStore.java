/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Keeps rule segments in the state database. */
@ApplicationScoped
@Transactional
public class RuleSegmentStore {
    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Clock clock;

    /** By name. */
    List<RuleDefinition> all() {
        return state.createQuery("select r from StoredRule r order by lower(r.name), r.key", StoredRule.class)
                .getResultStream()
                .map(StoredRule::definition)
                .toList();
    }

    Optional<RuleDefinition> find(String key) {
        return Optional.ofNullable(state.find(StoredRule.class, key)).map(StoredRule::definition);
    }

    void add(String key, RuleDraft draft, String by) {
        StoredRule added = new StoredRule(key);
        added.set(draft, by, clock.instant());
        state.persist(added);
    }

    /** Whether it was there. */
    boolean change(String key, RuleDraft draft, String by) {
        StoredRule found = state.find(StoredRule.class, key);
        if (found == null) {
            return false;
        }
        found.set(draft, by, clock.instant());
        return true;
    }

    void remove(String key) {
        Optional.ofNullable(state.find(StoredRule.class, key)).ifPresent(state::remove);
    }
}
