/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.comparison;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** A row of what comparisons came to. */
@Entity
@Table(name = "comparison")
public class StoredComparison {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String source;

    @Column(name = "as_of")
    private LocalDate asOf;

    @Column(name = "window_days")
    private int windowDays;

    private long seed;
    private String settings;
    private String result;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected StoredComparison() {}

    StoredComparison(String source, KeptComparison comparison) {
        this.source = source;
        this.asOf = comparison.asOf();
        this.windowDays = comparison.windowDays();
        this.seed = comparison.seed();
        this.settings = comparison.settings();
        this.result = ComparisonJson.write(comparison.result(), comparison.leftOut());
        this.startedBy = comparison.by();
        this.endedAt = comparison.at();
    }

    KeptComparison comparison() {
        return new KeptComparison(
                id,
                asOf,
                windowDays,
                seed,
                settings,
                ComparisonJson.leftOut(result),
                ComparisonJson.read(result, asOf, windowDays, seed),
                startedBy,
                endedAt);
    }
}
