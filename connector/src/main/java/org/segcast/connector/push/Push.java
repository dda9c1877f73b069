/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.List;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;

/** Sends a plan. Safe to repeat: whatever was written already is no difference in the next plan. */
public final class Push {
    /** Whether the CRM is really written to. */
    public enum Mode {
        WRITE,
        DRY_RUN
    }

    private final Mode mode;

    public Push(Mode mode) {
        this.mode = mode;
    }

    /** An empty plan costs no call; a dry run neither, and its receipt says that nothing was written. */
    public PushReceipt apply(PushPlan plan, HostCrm crm, ProgressListener progress) {
        int total = plan.changes().size();
        progress.progress(0, total);
        if (plan.isEmpty() || mode == Mode.DRY_RUN) {
            return new PushReceipt(0, 0, List.of());
        }
        crm.prepare(plan.tags());
        PushReceipt receipt = crm.push(plan.changes(), progress);
        progress.progress(total, total);
        return receipt;
    }
}
