/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.persona;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Links by which people without an account read a portrait, until they run out or somebody revokes them. */
@ApplicationScoped
@Transactional
public class ShareLinks {
    /** How long a link may last. */
    public static final List<Integer> DAYS = List.of(7, 30, 90);

    private final SecureRandom random = new SecureRandom();

    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Clock clock;

    /** A new link, whose token is told this once. */
    public record Issued(ShareLink link, ShareToken token) {}

    /** @param days one of {@link #DAYS} */
    public Issued issue(String segment, int days, String by) {
        if (!DAYS.contains(days)) {
            throw new IllegalArgumentException("a link lasts 7, 30 or 90 days, not " + days);
        }
        Instant now = clock.instant();
        state.createQuery("delete from ShareLink l where l.expiresAt <= :now")
                .setParameter("now", now)
                .executeUpdate();
        ShareToken token = ShareToken.random(random);
        ShareLink link = new ShareLink(segment, token, by, now, now.plus(Duration.ofDays(days)));
        state.persist(link);
        state.flush();
        return new Issued(link, token);
    }

    /** Those of a segment that still open, oldest first. */
    public List<ShareLink> of(String segment) {
        return state.createQuery(
                        "select l from ShareLink l where l.segmentKey = :segment and l.expiresAt > :now order by l.id",
                        ShareLink.class)
                .setParameter("segment", segment)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /** Whether there was such a link of this segment. */
    public boolean revoke(String segment, long id) {
        return state.createQuery("delete from ShareLink l where l.id = :id and l.segmentKey = :segment")
                        .setParameter("id", id)
                        .setParameter("segment", segment)
                        .executeUpdate()
                > 0;
    }

    /** The segment that a link's text opens; empty for one that is unknown, revoked or over. */
    public Optional<String> segmentOf(String text) {
        return state.createQuery(
                        "select l from ShareLink l where l.tokenHash = :hash and l.expiresAt > :now", ShareLink.class)
                .setParameter("hash", new ShareToken(text).hash())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .map(ShareLink::segmentKey);
    }
}
