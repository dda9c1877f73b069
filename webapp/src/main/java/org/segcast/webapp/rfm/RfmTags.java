/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rfm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.segcast.predictive.rfm.RfmSegment;

/** Which RFM segments are tags in the CRM: all of them, until somebody leaves some out. */
@ApplicationScoped
@Transactional
public class RfmTags {
    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Clock clock;

    public Set<RfmSegment> tagged() {
        Set<RfmSegment> tagged = EnumSet.allOf(RfmSegment.class);
        untagged()
                .map(UntaggedRfm::segment)
                .flatMap(key -> RfmSegment.ofKey(key).stream())
                .forEach(tagged::remove);
        return tagged;
    }

    /** The next run plans accordingly; nothing leaves for the CRM before its push. */
    public void keep(Set<RfmSegment> tagged, String by) {
        untagged()
                .filter(left -> RfmSegment.ofKey(left.segment())
                        .filter(tagged::contains)
                        .isPresent())
                .toList()
                .forEach(state::remove);
        Set<RfmSegment> left = EnumSet.allOf(RfmSegment.class);
        left.removeAll(tagged);
        left.stream()
                .filter(segment -> state.find(UntaggedRfm.class, segment.key()) == null)
                .forEach(segment -> state.persist(new UntaggedRfm(segment, by, clock.instant())));
    }

    private Stream<UntaggedRfm> untagged() {
        return state.createQuery("select u from UntaggedRfm u", UntaggedRfm.class)
                .getResultStream();
    }
}
