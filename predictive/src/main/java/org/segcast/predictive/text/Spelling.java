/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.text;

/** What the way a word is written tells of it. The first that applies to a word of a note stands for all of it. */
enum Spelling {
    /** In small letters, in capitals alone, in a script without any, or in a language that writes its nouns with one. */
    ORDINARY,
    /** With a capital within a sentence. */
    NAME,
    /** With a capital where every word has one. */
    UNTOLD
}
