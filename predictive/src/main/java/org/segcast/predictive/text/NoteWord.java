/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.text;

/** @param word in small letters */
record NoteWord(String word, Spelling spelling) {}
