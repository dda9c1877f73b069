/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.lifetime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.segcast.predictive.lifetime.LifetimeTerms;

/** A row of what searches for a model came to. */
@Entity
@Table(name = "lifetime")
public class StoredLifetime {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String source;

    @Column(name = "as_of")
    private LocalDate asOf;

    @Column(name = "horizon_days")
    private int horizonDays;

    @Column(name = "discount_percent")
    private double discountPercent;

    @Column(name = "margin_percent")
    private double marginPercent;

    private String finding;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected StoredLifetime() {}

    StoredLifetime(String source, KeptLifetime kept) {
        this.source = source;
        this.asOf = kept.asOf();
        this.horizonDays = kept.terms().horizonDays();
        this.discountPercent = kept.terms().discountPercent();
        this.marginPercent = kept.terms().marginPercent();
        this.finding = LifetimeJson.write(kept.finding());
        this.startedBy = kept.by();
        this.endedAt = kept.at();
    }

    KeptLifetime lifetime() {
        return new KeptLifetime(
                asOf,
                new LifetimeTerms(horizonDays, discountPercent, marginPercent),
                LifetimeJson.read(finding),
                startedBy,
                endedAt);
    }
}
