/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.List;
import org.segcast.predictive.history.Engagement;
import org.segcast.predictive.history.EngagementKind;

/** Counts what happened beside orders, oldest first; stops before the first one dated after as-of. */
final class EngagementPass {

    private static final EngagementKind[] KINDS = EngagementKind.values();

    private final long today;
    private final int[] counts = new int[KINDS.length];
    private final long[] lastDays = new long[KINDS.length];
    private final boolean[] seen = new boolean[KINDS.length];

    EngagementPass(long today) {
        this.today = today;
    }

    void addAll(List<Engagement> engagements) {
        for (int i = 0; i < engagements.size(); i++) {
            Engagement engagement = engagements.get(i);
            long day = engagement.date().toEpochDay();
            if (day > today) {
                return;
            }
            int kind = engagement.kind().ordinal();
            counts[kind] += today - day < EngagementFeature.WINDOW_DAYS ? 1 : 0;
            lastDays[kind] = day;
            seen[kind] = true;
        }
    }

    /** In the order of {@link EngagementFeature#all}. */
    void writeTo(double[] numerics, int from) {
        for (int kind = 0; kind < KINDS.length; kind++) {
            numerics[from + kind] = counts[kind];
            numerics[from + KINDS.length + kind] = seen[kind] ? today - lastDays[kind] : Double.NaN;
        }
        int rates = from + 2 * KINDS.length;
        numerics[rates] = perMail(EngagementKind.MAIL_OPENED);
        numerics[rates + 1] = perMail(EngagementKind.MAIL_CLICKED);
    }

    private double perMail(EngagementKind kind) {
        int sent = counts[EngagementKind.MAIL_SENT.ordinal()];
        return sent == 0 ? Double.NaN : (double) counts[kind.ordinal()] / sent;
    }
}
