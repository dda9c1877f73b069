/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.comparison;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row of a comparison that has begun; gone with its end. */
@Entity
@Table(name = "comparison_under_way")
public class StoredUnderWay {
    @Id
    private String source;

    @Column(name = "window_days")
    private int windowDays;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "started_at")
    private Instant startedAt;

    protected StoredUnderWay() {}

    StoredUnderWay(String source, ComparisonUnderWay begun) {
        this.source = source;
        this.windowDays = begun.windowDays();
        this.startedBy = begun.by();
        this.startedAt = begun.at();
    }

    ComparisonUnderWay underWay() {
        return new ComparisonUnderWay(windowDays, startedBy, startedAt);
    }
}
