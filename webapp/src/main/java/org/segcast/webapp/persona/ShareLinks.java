/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.persona;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
import org.segcast.webapp.connection.ConnectionRemoved;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.rule.RuleSegmentRemoved;

/** Links by which people without an account read a portrait of one CRM's segment, until they run out or somebody revokes them. */
@ApplicationScoped
@Transactional
public class ShareLinks {
    /** How long a link may last. */
    public static final List<Integer> DAYS = List.of(7, 30, 90);

    private final SecureRandom random = new SecureRandom();

    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Connections connections;

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
        ShareLink link = new ShareLink(connections.source(), segment, token, by, now, now.plus(Duration.ofDays(days)));
        state.persist(link);
        state.flush();
        return new Issued(link, token);
    }

    /** Those of a segment that still open, oldest first. */
    public List<ShareLink> of(String segment) {
        return state.createQuery(
                        "select l from ShareLink l where l.source = :source and l.segmentKey = :segment and l.expiresAt > :now order by l.id",
                        ShareLink.class)
                .setParameter("source", connections.source())
                .setParameter("segment", segment)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /** Whether there was such a link of this segment. */
    public boolean revoke(String segment, long id) {
        return state.createQuery(
                                "delete from ShareLink l where l.id = :id and l.source = :source and l.segmentKey = :segment")
                        .setParameter("source", connections.source())
                        .setParameter("id", id)
                        .setParameter("segment", segment)
                        .executeUpdate()
                > 0;
    }

    /** The segment that a link's text opens; empty for one that is unknown, revoked, over, or of another CRM than the one in use. */
    public Optional<String> segmentOf(String text) {
        return state.createQuery(
                        "select l from ShareLink l where l.source = :source and l.tokenHash = :hash and l.expiresAt > :now",
                        ShareLink.class)
                .setParameter("source", connections.source())
                .setParameter("hash", new ShareToken(text).hash())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .map(ShareLink::segmentKey);
    }

    void revoke(@Observes RuleSegmentRemoved gone) {
        state.createQuery("delete from ShareLink l where l.segmentKey = :segment")
                .setParameter("segment", gone.key())
                .executeUpdate();
    }

    void revoke(@Observes ConnectionRemoved gone) {
        state.createQuery("delete from ShareLink l where l.source = :source")
                .setParameter("source", gone.source())
                .executeUpdate();
    }
}
