/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.persona;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A portrait's text in the state database. */
@Entity
@Table(name = "segment_persona")
public class StoredPersona {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String source;

    @Column(name = "segment_key")
    private String segmentKey;

    private String title;
    private String strategy;
    private String notes;
    private int version;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected StoredPersona() {}

    StoredPersona(String source, String segmentKey) {
        this.source = source;
        this.segmentKey = segmentKey;
    }

    void set(PersonaDraft draft, String by, Instant at) {
        title = draft.title();
        strategy = draft.strategy();
        notes = draft.notes();
        version = draft.version() + 1;
        changedBy = by;
        changedAt = at;
    }

    int version() {
        return version;
    }

    PersonaText text() {
        return new PersonaText(
                title, strategy, notes, version, Optional.of(new PersonaText.Change(changedBy, changedAt)));
    }
}
