/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.ContactProfile;
import org.segcast.predictive.text.NoteTerms;
import org.segcast.predictive.text.NoteVocabulary;

/** The vocabulary's words as features {@code note_<word>}: 1 where the contact's notes hold it, 0 where they do not, missing without notes. As the notes stand today. */
final class NoteFeatures {

    private final NoteTerms notes;
    private final List<Feature> features;
    private final Map<String, Integer> places = new HashMap<>();

    NoteFeatures(List<AttributeDefinition> definitions, NoteVocabulary vocabulary) {
        this.notes = new NoteTerms(definitions);
        this.features = vocabulary.terms().stream().map(NoteFeatures::feature).toList();
        vocabulary.terms().forEach(term -> places.put(term, places.size()));
    }

    List<Feature> all() {
        return features;
    }

    void writeTo(ContactProfile contact, double[] numerics, int from) {
        if (features.isEmpty()) {
            return;
        }
        Optional<Set<String>> terms = notes.of(contact);
        Arrays.fill(numerics, from, from + features.size(), terms.isPresent() ? 0 : Double.NaN);
        terms.ifPresent(found -> found.forEach(term -> {
            Integer place = places.get(term);
            if (place != null) {
                numerics[from + place] = 1;
            }
        }));
    }

    private static Feature feature(String term) {
        return new Feature(
                Feature.NOTE + term,
                FeatureType.NUMERIC,
                Feature.YES_OR_NO,
                "Whether the contact's notes and answers mention \"" + term + "\": 1 yes, 0 no; missing without any.");
    }
}
