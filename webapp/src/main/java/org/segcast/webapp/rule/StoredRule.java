/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A rule segment as it is kept. */
@Entity
@Table(name = "rule_segment")
public class StoredRule {
    @Id
    @Column(name = "segment_key")
    private String key;

    private String name;
    private int colour;
    private boolean tagged;
    private String rule;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected StoredRule() {}

    StoredRule(String key) {
        this.key = key;
    }

    void set(RuleDraft draft, String by, Instant at) {
        name = draft.name();
        colour = draft.colour();
        tagged = draft.tagged();
        rule = RuleJson.write(draft.rule()).toString();
        changedBy = by;
        changedAt = at;
    }

    RuleDefinition definition() {
        return new RuleDefinition(key, name, colour, tagged, RuleJson.read(rule), changedBy, changedAt);
    }
}
