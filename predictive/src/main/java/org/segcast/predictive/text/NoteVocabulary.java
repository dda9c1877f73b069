/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.text;

import java.util.List;

/**
 * The words of notes that are features; kept with a matrix as the names of its features.
 *
 * @param terms in the alphabet's order
 */
public record NoteVocabulary(List<String> terms) {

    /** Of no words: what was written is known as it stands today only, so nothing that looks back may go by it. */
    public static final NoteVocabulary NONE = new NoteVocabulary(List.of());

    public NoteVocabulary {
        terms = terms.stream().sorted().toList();
    }
}
