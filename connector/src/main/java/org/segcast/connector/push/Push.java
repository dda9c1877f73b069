/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.List;
import org.segcast.connector.mirror.MirrorSession;
import org.segcast.connector.mirror.Warehouse;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;

/** Sends a plan. Safe to repeat: whatever was written already is no difference in the next plan. */
public final class Push {
    private static final PushReceipt NOTHING = new PushReceipt(0, 0, List.of());

    private final Warehouse warehouse;
    private final PushUndo undo;

    public Push(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.undo = new PushUndo(warehouse);
    }

    /**
     * An empty plan costs no call.
     *
     * @param push the number under which {@link PushUndo} keeps what is changed; the same one again where a push goes on after a stop
     */
    public PushReceipt apply(long push, PushPlan plan, HostCrm crm, ProgressListener progress) {
        long total = plan.changes().size();
        progress.progress(0, total);
        if (plan.isEmpty()) {
            return NOTHING;
        }
        crm.prepare(plan.tags());
        undo.keep(push);
        remember();
        PushReceipt receipt = crm.push(plan.changes(), progress);
        progress.progress(total, total);
        return receipt;
    }

    /** Before the first call, so that what a killed push has written is known too. */
    private void remember() {
        MirrorSession.inTransaction(
                warehouse,
                session -> session.update(
                        "INSERT INTO push.sent_score SELECT contact_id, md5_number(reason), chance, topic"
                                + " FROM push.change_score WHERE kind <> 'CLEARED'"));
    }
}
