/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.text.NoteVocabulary;

class NoteFeaturesTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);
    private static final List<AttributeDefinition> FIELDS = List.of(
            new AttributeDefinition("note", AttributeType.NOMINAL),
            new AttributeDefinition("survey_why", AttributeType.TEXT),
            new AttributeDefinition("visits", AttributeType.NUMERIC));
    private static final NoteVocabulary WORDS = new NoteVocabulary(List.of("garden", "wine"));

    private final InMemoryHistories shop = new InMemoryHistories(FIELDS.toArray(AttributeDefinition[]::new))
            .contact("a", Map.of("note", "Wine, and the Garden", "visits", "3"))
            .contact("b", Map.of("survey_why", "the wine!", "note", " "))
            .contact("c", Map.of("note", "asks for repairs"))
            .contact("d", Map.of("visits", "4"));

    @Test
    void a_word_is_1_where_notes_or_answers_hold_it_0_where_they_do_not_and_missing_without_any() {
        ExtractedFeatures found = new ExtractedFeatures(shop, new FeatureExtractor(FIELDS, WORDS), AS_OF);
        assertEquals(List.of(1.0, 0.0, 0.0, Double.NaN), column(found, "note_garden"));
        assertEquals(List.of(1.0, 1.0, 0.0, Double.NaN), column(found, "note_wine"));
        assertEquals(List.of(3.0, Double.NaN, Double.NaN, 4.0), column(found, "attr_visits"));
    }

    @Test
    void a_note_is_no_word_as_a_whole_though_there_be_few_of_them() {
        assertFalse(new FeatureExtractor(FIELDS)
                .schema().features().stream().anyMatch(feature -> feature.name().equals("attr_note")));
    }

    @Test
    void models_do_not_learn_from_them_and_are_asked_without_them() {
        FeatureExtractor with = new FeatureExtractor(FIELDS, WORDS);
        FeatureVectors without = new WithoutNotes(new ExtractedFeatures(shop, with, AS_OF));
        ExtractedFeatures looksBack = new ExtractedFeatures(shop, new FeatureExtractor(FIELDS), AS_OF);
        assertEquals(looksBack.schema().fingerprint(), without.schema().fingerprint());
        assertEquals(rows(looksBack), rows(without));
        List<Feature> notes = with.schema().features().stream()
                .filter(feature -> feature.group() == FeatureGroup.NOTES)
                .toList();
        assertEquals(
                List.of("note_garden", "note_wine"),
                notes.stream().map(Feature::name).toList());
        assertTrue(notes.stream().noneMatch(Feature::canBeLearnt));
    }

    private static List<Double> column(FeatureVectors vectors, String name) {
        List<Double> values = new ArrayList<>();
        int place = vectors.schema().numericIndex(name);
        vectors.forEach(vector -> values.add(vector.numeric(place)));
        return values;
    }

    private static List<FeatureVector> rows(FeatureVectors vectors) {
        List<FeatureVector> rows = new ArrayList<>();
        vectors.forEach(rows::add);
        return rows;
    }
}
