/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rfm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.segcast.predictive.rfm.RfmSettings;

/** The one row that the settings are kept in. */
@Entity
@Table(name = "rfm_settings")
public class StoredRfm {
    static final int ONLY = 1;

    @Id
    private int id;

    private String wanted;

    @Column(name = "in_force")
    private String inForce;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected StoredRfm() {}

    StoredRfm(RfmSettings inForce) {
        this.id = ONLY;
        this.inForce = text(inForce);
    }

    void want(RfmSettings settings, String by, Instant at) {
        wanted = text(settings);
        changedBy = by;
        changedAt = at;
    }

    void takeUp() {
        inForce = wanted;
    }

    RfmSettings wanted() {
        return RfmJson.read(wanted).settings();
    }

    RfmSettings inForce() {
        return RfmJson.read(inForce).settings();
    }

    RfmChange change() {
        return new RfmChange(changedBy, changedAt);
    }

    private static String text(RfmSettings settings) {
        return RfmJson.write(RfmDraft.of(settings)).toString();
    }
}
