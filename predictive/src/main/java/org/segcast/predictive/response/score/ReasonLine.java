/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import java.util.List;
import java.util.stream.Collectors;

/** Reasons for a field of the CRM: as many whole ones as fit, what raises the chance apart from what lowers it. */
final class ReasonLine {

    static final int MOST_CHARACTERS = 200;
    private static final String NONE = "Much like the average customer";

    private ReasonLine() {}

    static String of(List<Reason> reasons) {
        for (int count = reasons.size(); count > 0; count--) {
            String line = join(reasons.subList(0, count));
            if (line.length() <= MOST_CHARACTERS) {
                return line;
            }
        }
        return reasons.isEmpty() ? NONE : join(reasons.subList(0, 1)).substring(0, MOST_CHARACTERS - 1) + "…";
    }

    private static String join(List<Reason> reasons) {
        String raises = join(reasons, Reason.Direction.RAISES, "Raises: ");
        String lowers = join(reasons, Reason.Direction.LOWERS, "Lowers: ");
        return raises.isEmpty() || lowers.isEmpty() ? raises + lowers : raises + ". " + lowers;
    }

    private static String join(List<Reason> reasons, Reason.Direction direction, String prefix) {
        String joined = reasons.stream()
                .filter(reason -> reason.direction() == direction)
                .map(Reason::brief)
                .collect(Collectors.joining("; "));
        return joined.isEmpty() ? "" : prefix + joined;
    }
}
