/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.ContactProfile;

/** Reads the different words of a contact's notes, those that carry no meaning in the note's language left out. */
public final class NoteTerms {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 30;
    /** Of one contact. */
    private static final int MOST = 1_000;

    private static final Set<String> LANGUAGE = Set.of("language", "lang");
    /** These write every noun with a capital, so a capital is no sign of a name. */
    private static final Set<String> CAPITAL_NOUNS = Set.of("de", "lb");

    private final List<String> fields;
    private final Optional<String> language;

    public NoteTerms(List<AttributeDefinition> definitions) {
        this.fields = NoteFields.of(definitions);
        this.language = definitions.stream()
                .map(AttributeDefinition::name)
                .filter(LANGUAGE::contains)
                .findFirst();
    }

    /** Whether the CRM has any field for them. */
    public boolean areThere() {
        return !fields.isEmpty();
    }

    /** Empty for a contact without any note. */
    public Optional<Set<String>> of(ContactProfile contact) {
        return spelt(contact).map(Map::keySet);
    }

    Optional<Map<String, Spelling>> spelt(ContactProfile contact) {
        String text = fields.stream()
                .map(contact::attribute)
                .filter(note -> !note.isBlank())
                .collect(Collectors.joining("\n• "));
        return text.isEmpty() ? Optional.empty() : Optional.of(terms(NoteWords.of(text), spoken(contact)));
    }

    private String spoken(ContactProfile contact) {
        return language.map(contact::attribute)
                .map(code -> code.split("[^A-Za-z]")[0].toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static Map<String, Spelling> terms(List<NoteWord> words, String spoken) {
        String language = StopWords.languageOf(words, spoken);
        boolean nouns = CAPITAL_NOUNS.contains(language);
        Map<String, Spelling> terms = new LinkedHashMap<>();
        for (NoteWord word : words) {
            if (terms.size() < MOST && isTerm(word.word(), language)) {
                terms.merge(word.word(), nouns ? Spelling.ORDINARY : word.spelling(), NoteTerms::clearer);
            }
        }
        return terms;
    }

    private static Spelling clearer(Spelling one, Spelling other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static boolean isTerm(String word, String language) {
        return word.length() >= SHORTEST && word.length() <= LONGEST && !StopWords.has(language, word);
    }
}
