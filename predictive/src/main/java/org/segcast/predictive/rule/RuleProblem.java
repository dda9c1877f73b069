/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.Objects;

/**
 * Something about a rule that keeps it from being used.
 *
 * @param path where it stands, as {@code rule.all[1].not}
 * @param text what is wrong and what was expected, for the person who wrote it
 */
public record RuleProblem(String path, String text) {

    public RuleProblem {
        Objects.requireNonNull(path);
        Objects.requireNonNull(text);
    }
}
