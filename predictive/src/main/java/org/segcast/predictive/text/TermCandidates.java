/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.text;

import java.util.List;
import java.util.Set;

/** An engine that finds the words worth counting among a sample of notes. */
@FunctionalInterface
public interface TermCandidates {

    /**
     * About {@code most} of them, the most frequent.
     *
     * @param notes the different words of each note
     * @param least in how many notes a word has to be
     */
    Set<String> in(List<List<String>> notes, int least, int most);
}
