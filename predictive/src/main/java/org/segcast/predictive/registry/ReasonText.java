/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.segcast.predictive.response.score.Reason;

/** Reasons as text: one a line, its six parts between tabs; blanks stand in for tabs and line breaks inside a part. */
final class ReasonText {

    private static final Pattern LINE = Pattern.compile("\n");
    private static final Pattern BREAKS = Pattern.compile("\\p{Cntrl}|\\x85");

    private ReasonText() {}

    static String write(List<Reason> reasons) {
        return reasons.stream().map(ReasonText::line).collect(Collectors.joining("\n"));
    }

    static List<Reason> read(String text) {
        return LINE.splitAsStream(text)
                .filter(line -> !line.isEmpty())
                .map(ReasonText::reason)
                .toList();
    }

    private static String line(Reason reason) {
        return String.join(
                "\t",
                flat(reason.feature()),
                reason.direction().name(),
                Double.toString(reason.contribution()),
                flat(reason.headline()),
                flat(reason.detail()),
                flat(reason.brief()));
    }

    private static Reason reason(String line) {
        String[] parts = line.split("\t", -1);
        return new Reason(
                parts[0],
                Reason.Direction.valueOf(parts[1]),
                Double.parseDouble(parts[2]),
                parts[3],
                parts[4],
                parts[5]);
    }

    private static String flat(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (Character.isISOControl(part.charAt(i))) {
                return BREAKS.matcher(part).replaceAll(" ");
            }
        }
        return part;
    }
}
