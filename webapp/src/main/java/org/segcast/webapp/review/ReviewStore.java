/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segcast.webapp.connection.ConnectionRemoved;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.rule.RuleSegmentRemoved;

/** Keeps reviews and looks in the state database, apart for each CRM. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class ReviewStore {
    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Connections connections;

    void add(String segment, PastReview review) {
        state.persist(new StoredReview(connections.source(), segment, review));
    }

    /** Newest first. */
    List<PastReview> of(String segment) {
        return state.createQuery(
                        "select r from StoredReview r where r.source = :source and r.segment = :segment order by r.id desc",
                        StoredReview.class)
                .setParameter("source", connections.source())
                .setParameter("segment", segment)
                .getResultStream()
                .map(StoredReview::told)
                .toList();
    }

    /** The last day of a review, by segment. */
    Map<String, LocalDate> reviewed() {
        return state.createQuery(
                        "select r.segment, max(r.day) from StoredReview r where r.source = :source group by r.segment",
                        Object[].class)
                .setParameter("source", connections.source())
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (LocalDate) row[1]));
    }

    /** Writes once a day and segment, however often it is opened. */
    void looked(String segment, LocalDate today) {
        Optional<StoredLook> known = state.createQuery(
                        "select l from StoredLook l where l.source = :source and l.segment = :segment",
                        StoredLook.class)
                .setParameter("source", connections.source())
                .setParameter("segment", segment)
                .getResultStream()
                .findFirst();
        known.filter(look -> !look.day().equals(today)).ifPresent(look -> look.again(today));
        if (known.isEmpty()) {
            state.persist(new StoredLook(connections.source(), segment, today));
        }
    }

    /** The last day of a look, by segment. */
    Map<String, LocalDate> lookedAt() {
        return looks().stream().collect(Collectors.toMap(StoredLook::segment, StoredLook::day));
    }

    private List<StoredLook> looks() {
        return state.createQuery("select l from StoredLook l where l.source = :source", StoredLook.class)
                .setParameter("source", connections.source())
                .getResultList();
    }

    void forget(@Observes RuleSegmentRemoved gone) {
        forget("segment", gone.key());
    }

    void forget(@Observes ConnectionRemoved gone) {
        if (gone.withData()) {
            forget("source", gone.source());
        }
    }

    private void forget(String column, String value) {
        for (Class<?> kept : List.of(StoredReview.class, StoredLook.class)) {
            state.createQuery("delete from " + kept.getSimpleName() + " k where k." + column + " = :value")
                    .setParameter("value", value)
                    .executeUpdate();
        }
    }
}
