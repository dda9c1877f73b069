/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

/** Where in a rule's tree we are. */
record RulePath(String text, int depth) {
    static final RulePath ROOT = new RulePath("rule", 1);

    RulePath item(String group, int index) {
        return new RulePath(text + "." + group + "[" + index + "]", depth + 1);
    }

    RulePath negated() {
        return new RulePath(text + ".not", depth + 1);
    }
}
