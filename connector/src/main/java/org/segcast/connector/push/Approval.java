/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import org.segcast.connector.mirror.MirrorSession;
import org.segcast.connector.mirror.Warehouse;

/**
 * What somebody approved, kept change by change: when the CRM is read again before it is written to, what is left of the approved changes is still
 * approved, and a change that was not among them is not.
 */
public final class Approval {
    private final Warehouse warehouse;

    public Approval(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Keeps the current plan's changes as the approved ones, where it is the plan that was approved.
     *
     * @return whether the changes of this plan are kept, by this call or an earlier one
     */
    public boolean keep(String fingerprint) {
        MirrorSession.inTransaction(warehouse, session -> {
            if (session.number("SELECT count(*) FROM push.plan WHERE fingerprint = ?", fingerprint) > 0) {
                session.update("CREATE OR REPLACE TABLE push.approved_tag AS FROM push.change_tag");
                session.update("CREATE OR REPLACE TABLE push.approved_score AS"
                        + " SELECT contact_id, kind, segment, percent, reason FROM push.change_score");
                session.update("DELETE FROM push.approved");
                session.update("INSERT INTO push.approved VALUES (?)", fingerprint);
            }
        });
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.number("SELECT count(*) FROM push.approved WHERE fingerprint = ?", fingerprint) > 0;
        }
    }

    /** Whether every change of the current plan is among those kept. */
    public boolean coversCurrentPlan() {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.number("SELECT count(*) FROM (FROM push.change_tag EXCEPT FROM push.approved_tag)") == 0
                    && session.number(
                                    "SELECT count(*) FROM push.change_score c ANTI JOIN push.approved_score a"
                                            + " ON a.contact_id = c.contact_id AND (a.kind = 'CLEARED') = (c.kind = 'CLEARED')"
                                            + " AND (a.segment, a.percent, a.reason) IS NOT DISTINCT FROM (c.segment, c.percent, c.reason)")
                            == 0;
        }
    }
}
