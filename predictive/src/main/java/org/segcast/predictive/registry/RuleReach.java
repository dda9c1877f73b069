/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

/** Over whom rules are evaluated: tables of the same columns. */
enum RuleReach {
    EVERYBODY("predictive."),
    /** {@link ChangedContacts} only. */
    CHANGED("predictive.changed_");

    private final String prefix;

    RuleReach(String prefix) {
        this.prefix = prefix;
    }

    String table(String name) {
        return prefix + name;
    }
}
