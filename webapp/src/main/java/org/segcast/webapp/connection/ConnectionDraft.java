/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import java.util.HashMap;
import java.util.Map;

/**
 * A connection as somebody wants it, nothing checked yet. Printing it shows no setting.
 *
 * @param kind a {@link HostKind#key}
 * @param texts settings by name; a secret that is left out or blank stays as it was
 * @param asOf a date, or blank for what is usual
 * @param push {@code auto} or {@code manual}, or blank for what is usual
 */
public record ConnectionDraft(String name, String kind, Map<String, String> texts, String asOf, String push) {
    public ConnectionDraft {
        name = name.strip();
        asOf = asOf.strip();
        push = push.strip();
        Map<String, String> filled = new HashMap<>();
        texts.forEach((setting, text) -> {
            if (!text.isBlank()) {
                filled.put(setting, text.strip());
            }
        });
        texts = Map.copyOf(filled);
    }

    /** What is wrong with one field: {@code name}, {@code kind}, {@code asOf}, {@code push} or a setting's name; empty text for none of them. */
    public record Problem(String field, String text) {}

    @Override
    public String toString() {
        return "draft of a connection (" + kind + ")";
    }
}
