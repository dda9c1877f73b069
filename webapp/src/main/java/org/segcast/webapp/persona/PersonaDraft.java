/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.persona;

import java.util.Optional;

/**
 * What somebody wants a portrait's text to be.
 *
 * @param version the one that they changed
 */
public record PersonaDraft(String title, String strategy, String notes, int version) {
    public PersonaDraft {
        title = title.strip();
        strategy = strategy.strip();
        notes = notes.strip();
    }

    Optional<String> problem() {
        if (title.isEmpty() || title.length() > PersonaText.LONGEST_TITLE) {
            return Optional.of("A portrait has a title of 1 to " + PersonaText.LONGEST_TITLE + " characters, not "
                    + title.length() + ".");
        }
        return strategy.length() > PersonaText.LONGEST_TEXT || notes.length() > PersonaText.LONGEST_TEXT
                ? Optional.of("Strategy and notes have at most 2,000 characters each: shorten them.")
                : Optional.empty();
    }
}
