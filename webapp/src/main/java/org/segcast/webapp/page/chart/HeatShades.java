/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.chart;

import java.util.List;

/** Shades a table of counts: step 1 for the fewest to 7 for the most, even steps in the square root so that small ones differ too. */
public final class HeatShades {
    private static final int STEPS = 7;

    private final double most;

    public HeatShades(List<List<Long>> counts) {
        this.most = counts.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    public int step(long count) {
        if (count <= 0 || most <= 0) {
            return 1;
        }
        return (int) Math.min(STEPS, 1 + Math.floor(Math.sqrt(count / most) * STEPS));
    }
}
