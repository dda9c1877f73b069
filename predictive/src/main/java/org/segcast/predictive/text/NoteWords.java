/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;

/** Splits a text into its words. Whatever holds a digit, an @ or a slash is left out whole: numbers, e-mails, telephones, addresses of pages. */
final class NoteWords {

    /** Nobody writes more about a person; what does is a pasted document, and its beginning tells as much. */
    static final int MOST_CHARACTERS = 20_000;

    private static final String SENTENCE_ENDS = ".!?:;…•*-–—\"“”„»«(";

    private final List<NoteWord> words = new ArrayList<>();
    private boolean begins = true;

    private NoteWords() {}

    static List<NoteWord> of(String text) {
        String cut = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        boolean markup = cut.indexOf('<') >= 0 || cut.indexOf('&') >= 0;
        NoteWords split = new NoteWords();
        split.split(markup ? Jsoup.parse(cut).text() : cut);
        return split.words;
    }

    private void split(String text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isBlank(text.charAt(i))) {
                if (i > from) {
                    chunk(text.substring(from, i));
                }
                from = i + 1;
            }
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void chunk(String chunk) {
        if (chunk.chars().noneMatch(c -> Character.isDigit(c) || c == '@' || c == '/' || c == '\\')) {
            begins |= SENTENCE_ENDS.indexOf(chunk.charAt(0)) >= 0;
            letters(chunk.replace('’', '\''));
        }
        begins = SENTENCE_ENDS.indexOf(chunk.charAt(chunk.length() - 1)) >= 0;
    }

    private void letters(String chunk) {
        int from = 0;
        for (int i = 0; i <= chunk.length(); i++) {
            if (i == chunk.length() || !isOfWord(chunk.charAt(i))) {
                if (i > from) {
                    contracted(chunk.substring(from, i));
                }
                from = i + 1;
            }
        }
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == '\'';
    }

    /** {@code garden's} is garden, {@code l'eau} is eau, {@code don't} is no word of its own. */
    private void contracted(String word) {
        int sign = word.lastIndexOf('\'');
        if (sign < 0) {
            add(word);
        } else if (word.length() - sign > 3) {
            add(word.substring(sign + 1));
        } else if (word.endsWith("'s") || word.endsWith("'")) {
            add(word.substring(0, sign).replace("'", ""));
        }
    }

    private void add(String word) {
        if (!word.isEmpty()) {
            words.add(new NoteWord(word.toLowerCase(Locale.ROOT), spelling(word)));
            begins = false;
        }
    }

    private Spelling spelling(String word) {
        boolean capital = Character.isUpperCase(word.charAt(0))
                && word.length() > 1
                && word.chars().skip(1).anyMatch(Character::isLowerCase);
        return !capital ? Spelling.ORDINARY : begins ? Spelling.UNTOLD : Spelling.NAME;
    }
}
