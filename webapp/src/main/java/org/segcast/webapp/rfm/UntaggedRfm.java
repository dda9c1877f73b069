/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rfm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.segcast.predictive.rfm.RfmSegment;

/** An RFM segment that is no tag in the CRM. */
@Entity
@Table(name = "rfm_untagged")
public class UntaggedRfm {
    @Id
    private String segment;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected UntaggedRfm() {}

    UntaggedRfm(RfmSegment segment, String changedBy, Instant changedAt) {
        this.segment = segment.key();
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }

    String segment() {
        return segment;
    }
}
