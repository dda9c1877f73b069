/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The last day on which anybody opened a segment. */
@Entity
@Table(name = "segment_look")
public class StoredLook {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String source;

    @Column(name = "segment_key")
    private String segment;

    @Column(name = "looked_on")
    private LocalDate day;

    protected StoredLook() {}

    StoredLook(String source, String segment, LocalDate day) {
        this.source = source;
        this.segment = segment;
        this.day = day;
    }

    void again(LocalDate today) {
        day = today;
    }

    String segment() {
        return segment;
    }

    LocalDate day() {
        return day;
    }
}
