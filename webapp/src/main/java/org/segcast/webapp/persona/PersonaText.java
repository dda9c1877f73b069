/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.persona;

import java.time.Instant;
import java.util.Optional;

/**
 * What people wrote of a segment.
 *
 * @param strategy what is in it for them; the suggested one until somebody edits it
 * @param version counts its changes; 0 until somebody edits it
 */
public record PersonaText(String title, String strategy, String notes, int version, Optional<Change> change) {
    public static final int LONGEST_TITLE = 80;
    public static final int LONGEST_TEXT = 2_000;

    /** Who wrote it last, and when. */
    public record Change(String by, Instant at) {}

    static PersonaText suggested(String title, String strategy) {
        return new PersonaText(
                title.substring(0, Math.min(LONGEST_TITLE, title.length())), strategy, "", 0, Optional.empty());
    }
}
