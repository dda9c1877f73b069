/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.rule;

/**
 * A condition or a group's head as the editor shows it, one under the other.
 *
 * @param above the group that it is in; itself for the whole rule's head
 * @param place in that group
 * @param path where it stands in the rule
 * @param depth 0 for the whole rule's head
 */
public record RuleLine(RuleNode node, RuleNode above, int place, String path, int depth) {

    /** The word before it; empty for the first of its group. */
    public String join() {
        return depth == 0 || place == 0 ? "" : above.isAny() ? "or" : "and";
    }

    public boolean head() {
        return depth == 0;
    }
}
