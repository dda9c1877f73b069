/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** Apache Lucene's stop words by language, and which language a text is in by them. */
final class StopWords {

    private record Language(String code, CharArraySet words) {}

    private static final List<Language> LANGUAGES = List.of(
            new Language("en", EnglishAnalyzer.getDefaultStopSet()),
            new Language("de", GermanAnalyzer.getDefaultStopSet()),
            new Language("fr", FrenchAnalyzer.getDefaultStopSet()),
            new Language("es", SpanishAnalyzer.getDefaultStopSet()),
            new Language("it", ItalianAnalyzer.getDefaultStopSet()),
            new Language("nl", DutchAnalyzer.getDefaultStopSet()),
            new Language("pt", PortugueseAnalyzer.getDefaultStopSet()),
            new Language("da", DanishAnalyzer.getDefaultStopSet()),
            new Language("no", NorwegianAnalyzer.getDefaultStopSet()),
            new Language("sv", SwedishAnalyzer.getDefaultStopSet()),
            new Language("fi", FinnishAnalyzer.getDefaultStopSet()),
            new Language("hu", HungarianAnalyzer.getDefaultStopSet()),
            new Language("ro", RomanianAnalyzer.getDefaultStopSet()),
            new Language("cs", CzechAnalyzer.getDefaultStopSet()),
            new Language("ca", CatalanAnalyzer.getDefaultStopSet()),
            new Language("tr", TurkishAnalyzer.getDefaultStopSet()),
            new Language("el", GreekAnalyzer.getDefaultStopSet()),
            new Language("ru", RussianAnalyzer.getDefaultStopSet()),
            new Language("ar", ArabicAnalyzer.getDefaultStopSet()));

    /** For each word the languages that have it, as bits in their order. */
    private static final Map<String, Integer> BY_WORD = byWord();

    private StopWords() {}

    /**
     * The language most of whose stop words are in the text; among equals the one that the contact speaks, then the first listed here.
     *
     * @param spoken the contact's language, empty if unknown
     * @return an ISO code; {@code spoken} where there is not a single stop word
     */
    static String languageOf(List<NoteWord> text, String spoken) {
        int[] found = new int[LANGUAGES.size()];
        text.forEach(word -> count(word.word(), found));
        String best = spoken;
        int most = 0;
        for (int i = 0; i < found.length; i++) {
            String code = LANGUAGES.get(i).code();
            if (found[i] > most || found[i] == most && most > 0 && code.equals(spoken)) {
                most = found[i];
                best = code;
            }
        }
        return best;
    }

    private static void count(String word, int[] found) {
        int languages = BY_WORD.getOrDefault(word, 0);
        for (int i = 0; languages != 0; i++, languages >>>= 1) {
            found[i] += languages & 1;
        }
    }

    static boolean has(String language, String word) {
        int languages = BY_WORD.getOrDefault(word, 0);
        for (int i = 0; languages != 0; i++, languages >>>= 1) {
            if ((languages & 1) != 0 && LANGUAGES.get(i).code().equals(language)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Integer> byWord() {
        Map<String, Integer> byWord = new HashMap<>();
        for (int i = 0; i < LANGUAGES.size(); i++) {
            for (Object word : LANGUAGES.get(i).words()) {
                byWord.merge(new String((char[]) word), 1 << i, (one, other) -> one | other);
            }
        }
        return byWord;
    }
}
