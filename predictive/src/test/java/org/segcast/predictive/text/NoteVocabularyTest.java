/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;
import org.segcast.predictive.history.ContactProfile;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.weka.WekaTerms;

class NoteVocabularyTest {

    private static final AttributeDefinition NOTE = new AttributeDefinition("note", AttributeType.TEXT);
    private static final AttributeDefinition LANGUAGE = new AttributeDefinition("language", AttributeType.NOMINAL);

    @TempDir
    Path folder;

    @Test
    void words_of_five_contacts_and_one_in_a_hundred_become_terms_and_those_of_more_than_half_do_not() {
        assertEquals(
                List.of("climbing"), terms(20, i -> i < 5 ? "loves climbing" : i < 9 ? "loves fishing" : "loves it"));
        assertEquals(
                List.of("climbing"),
                terms(1_000, i -> i < 10 ? "loves climbing" : i < 19 ? "loves fishing" : "loves it"));
        assertEquals(List.of("half"), terms(20, i -> i < 10 ? "half" : "x"));
        assertEquals(List.of(), terms(20, i -> i < 11 ? "more" : "x"));
        assertEquals(List.of(), terms(4, i -> "climbing"));
    }

    @Test
    void a_word_counts_once_for_each_contact_however_often_it_is_written() {
        assertEquals(List.of(), terms(20, i -> i < 4 ? "climbing climbing Climbing CLIMBING" : "x"));
    }

    @Test
    void stop_words_are_those_of_the_language_that_a_note_is_in_whatever_the_contact_speaks() {
        InMemoryHistories shop = new InMemoryHistories(LANGUAGE, NOTE);
        for (int i = 0; i < 20; i++) {
            String note = i < 5
                    ? "was in the war and has a car"
                    : i < 10 ? "Das war sehr schön, weil der Garten groß ist" : "avec la famille pour voir une maison";
            shop.contact("c" + i, Map.of("language", "fr_FR", "note", note));
        }
        Set<String> found = Set.copyOf(in(shop));
        assertTrue(found.containsAll(Set.of("car", "garten", "schön", "maison", "famille")), found.toString());
        assertTrue(found.contains("war"), "an English noun, be it a German verb: " + found);
        assertTrue(StopWords.has("de", "war"));
        for (String empty : List.of("the", "das", "sehr", "ist", "avec", "pour", "and", "was")) {
            assertFalse(found.contains(empty), empty);
        }
    }

    @Test
    void a_word_of_another_language_that_is_written_alike_is_not_counted() {
        assertEquals(
                Set.of("war"),
                new NoteTerms(List.of(NOTE))
                        .of(contact("he fought in the war")).orElseThrow().stream()
                                .filter("war"::equals)
                                .collect(Collectors.toSet()));
        assertFalse(new NoteTerms(List.of(NOTE))
                .of(contact("er war in der Stadt"))
                .orElseThrow()
                .contains("war"));
    }

    @Test
    void numbers_mails_telephones_and_pages_leave_no_trace() {
        String note =
                "wine anna.berg@example.org +49-170-5550123 0170/5550123 https://example.org/anna www.example.org/x"
                        + " room12b 2025-01-01 IBAN DE00 12";
        assertEquals(
                Set.of("wine", "iban"),
                new NoteTerms(List.of(NOTE)).of(contact(note)).orElseThrow());
    }

    @Test
    void words_written_as_names_are_no_terms_but_german_nouns_are() {
        assertEquals(
                List.of("asked", "repairs"),
                terms(20, i -> i < 6 ? "Mitchell called. He asked Mitchell for repairs" : "x").stream()
                        .filter(word -> !word.equals("called"))
                        .toList());
        assertEquals(List.of("garten", "kauft"), terms(20, i -> i < 6 ? "Sie kauft für den Garten" : "x"));
        assertEquals(List.of("vip"), terms(20, i -> i < 6 ? "VIP" : "x"));
        assertEquals(
                List.of(),
                terms(20, i -> i < 6 ? "Mitchell" : "x"),
                "where every word has a capital, it tells nothing");
    }

    @Test
    void no_word_of_a_contacts_name_is_a_term() {
        InMemoryHistories shop = notes(20, i -> i < 6 ? "called anna about wine" : "x");
        assertEquals(
                List.of("called", "wine"),
                new NoteVocabularySearch(new WekaTerms(folder), words -> {
                            assertTrue(words.contains("anna"));
                            return Set.of("anna");
                        })
                        .in(shop)
                        .terms());
    }

    @Test
    void markup_that_was_left_is_read_over() {
        assertEquals(
                List.of("tent", "tours"),
                terms(20, i -> i < 6 ? "<p class=\"fancy\">tent&nbsp;<b>tours</b><script>var spam</script></p>" : "x"));
        assertEquals(
                Set.of("deep"),
                new NoteTerms(List.of(NOTE))
                        .of(contact("<b>".repeat(5_000) + " deep"))
                        .orElseThrow());
    }

    @Test
    void arabic_and_emoji_are_read_for_what_they_are() {
        assertEquals(
                List.of("الخيمة", "tents"),
                terms(20, i -> i < 6 ? "🏕️ tents👍🏽 في الخيمة 🎉" : "x").stream()
                        .sorted((one, other) -> other.compareTo(one))
                        .toList());
    }

    @Test
    void a_note_of_a_megabyte_counts_by_its_beginning() {
        String long1 = "garden " + "filler ".repeat(150_000) + "hidden";
        Set<String> found = new NoteTerms(List.of(NOTE)).of(contact(long1)).orElseThrow();
        assertEquals(Set.of("garden", "filler"), found);
    }

    @Test
    void a_million_different_words_are_capped_and_nothing_of_them_is_a_term() {
        InMemoryHistories shop = notes(
                5_000,
                i -> IntStream.range(0, 200)
                                .mapToObj(word -> letters(i * 200 + word))
                                .collect(Collectors.joining(" "))
                        + (i % 3 == 0 ? " garden" : ""));
        long before = used();
        assertEquals(
                List.of(),
                in(shop).stream().filter(word -> !word.equals("garden")).toList());
        assertTrue(used() - before < 50_000_000);
    }

    @Test
    void the_fifty_most_frequent_are_kept_the_same_each_time() {
        InMemoryHistories shop = notes(
                1_000,
                i -> IntStream.range(0, 120)
                        .filter(word -> i % (word + 3) == 0)
                        .mapToObj(word -> "garden" + letters(word))
                        .collect(Collectors.joining(" ", "x ", "")));
        List<String> terms = in(shop);
        assertEquals(NoteVocabularySearch.MOST_TERMS, terms.size());
        assertTrue(terms.contains("garden" + letters(0)));
        assertFalse(terms.contains("garden" + letters(90)));
        assertEquals(terms, in(shop));
        assertEquals(terms.stream().sorted().toList(), terms);
    }

    @Test
    void what_a_sample_shows_is_counted_among_everybody() {
        InMemoryHistories shop =
                notes(12_000, i -> i % 100 == 0 ? "exactly common" : i % 101 == 0 && i % 5 != 0 ? "rarer" : "x");
        assertEquals(
                List.of("common"),
                in(shop).stream().filter(word -> !word.equals("exactly")).toList());
    }

    @Test
    void notes_are_known_by_their_fields_name_and_answers_only_where_they_are_free_text() {
        assertEquals(
                List.of("note", "x_studio_comment", "Interne Bemerkungen", "survey_why", "notes"),
                NoteFields.of(List.of(
                        NOTE,
                        new AttributeDefinition("x_studio_comment", AttributeType.NOMINAL),
                        new AttributeDefinition("Interne Bemerkungen", AttributeType.TEXT),
                        new AttributeDefinition("survey_why", AttributeType.TEXT),
                        new AttributeDefinition("survey_how_often", AttributeType.NOMINAL),
                        new AttributeDefinition("city", AttributeType.TEXT),
                        new AttributeDefinition("notes", AttributeType.TEXT),
                        new AttributeDefinition("denoted", AttributeType.TEXT),
                        new AttributeDefinition("note_count", AttributeType.NUMERIC))));
    }

    @Test
    void without_a_field_of_notes_nobody_is_read() {
        assertEquals(
                NoteVocabulary.NONE,
                new NoteVocabularySearch((notes, least, most) -> Set.of(), words -> Set.of())
                        .in(new InMemoryHistories(LANGUAGE).contact("a", Map.of())));
    }

    private static ContactProfile contact(String note) {
        return new ContactProfile("1", Map.of("note", note));
    }

    /** A number as a word of letters alone that is in no language's list. */
    private static String letters(int number) {
        StringBuilder word = new StringBuilder("qz");
        for (int left = number + 1; left > 0; left /= 20) {
            word.append("bcdfghjklmnpqrstvwxz".charAt(left % 20));
        }
        return word.toString();
    }

    private static InMemoryHistories notes(int contacts, IntFunction<String> note) {
        InMemoryHistories shop = new InMemoryHistories(NOTE);
        IntStream.range(0, contacts).forEach(i -> shop.contact("c" + i, Map.of("note", note.apply(i))));
        return shop;
    }

    private List<String> terms(int contacts, IntFunction<String> note) {
        return in(notes(contacts, note));
    }

    private List<String> in(InMemoryHistories shop) {
        return new NoteVocabularySearch(new WekaTerms(folder), words -> Set.of())
                .in(shop)
                .terms();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
