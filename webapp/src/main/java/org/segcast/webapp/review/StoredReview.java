/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** A review as it is kept. */
@Entity
@Table(name = "segment_review")
public class StoredReview {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String source;

    @Column(name = "segment_key")
    private String segment;

    @Column(name = "reviewed_on")
    private LocalDate day;

    @Column(name = "reviewed_at")
    private Instant at;

    @Column(name = "reviewed_by")
    private String by;

    private String note;

    protected StoredReview() {}

    StoredReview(String source, String segment, PastReview review) {
        this.source = source;
        this.segment = segment;
        day = review.day();
        at = review.at();
        by = review.by();
        note = review.note();
    }

    PastReview told() {
        return new PastReview(day, at, by, note);
    }
}
