/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.rule;

import java.util.ArrayList;
import java.util.List;

/** The rule that is being edited, as lines. */
final class RuleTree {

    private RuleTree() {}

    static List<RuleLine> lines(RuleNode head) {
        List<RuleLine> lines = new ArrayList<>();
        lines.add(new RuleLine(head, head, 0, "rule", 0));
        addChildren(head, "rule", 1, lines);
        return lines;
    }

    private static void addChildren(RuleNode group, String path, int depth, List<RuleLine> lines) {
        for (int i = 0; i < group.children().size(); i++) {
            RuleNode child = group.children().get(i);
            String at = RuleReading.path(group, path, i);
            lines.add(new RuleLine(child, group, i, at, depth));
            if (child.isGroup()) {
                addChildren(child, at, depth + 1, lines);
            }
        }
    }
}
