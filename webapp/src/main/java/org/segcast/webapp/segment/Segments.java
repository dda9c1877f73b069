/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.segment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Segments and their members as of the latest run. */
@ApplicationScoped
public class Segments {

    /** Every segment, largest revenue first; empty before the first run. */
    public List<SegmentSummary> all() {
        return List.of();
    }

    public Optional<SegmentSummary> find(String key) {
        return all().stream().filter(segment -> segment.key().equals(key)).findFirst();
    }

    public MemberPage members(MemberQuery query) {
        return new MemberPage(0, List.of());
    }
}
