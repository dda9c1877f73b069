/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.ContactProfile;

/** The recognised attributes as features, only those that the CRM has; taken as they stand today, but for a birth date, which tells the age at any date. */
final class ProfileFeatures {

    private record Source(ProfileField field, AttributeDefinition attribute) {}

    private final List<Source> numbers;
    private final List<Source> words;

    ProfileFeatures(List<AttributeDefinition> definitions) {
        this.numbers = sources(definitions, FeatureType.NUMERIC);
        this.words = sources(definitions, FeatureType.NOMINAL);
    }

    int numberCount() {
        return numbers.size();
    }

    int wordCount() {
        return words.size();
    }

    List<Feature> numberFeatures() {
        return features(numbers);
    }

    List<Feature> wordFeatures() {
        return features(words);
    }

    void writeTo(ContactProfile contact, LocalDate asOf, double[] numerics, int from, String[] nominals, int fromWord) {
        for (int i = 0; i < numbers.size(); i++) {
            numerics[from + i] = ProfileWords.age(text(numbers.get(i), contact), asOf);
        }
        for (int i = 0; i < words.size(); i++) {
            Source source = words.get(i);
            nominals[fromWord + i] = ProfileWords.word(source.field(), text(source, contact), asOf);
        }
    }

    private static String text(Source source, ContactProfile contact) {
        return contact.attribute(source.attribute().name()).strip();
    }

    private static List<Source> sources(List<AttributeDefinition> definitions, FeatureType type) {
        List<Source> sources = new ArrayList<>();
        for (ProfileField field : ProfileField.values()) {
            if (field.type() == type) {
                field.source(definitions).ifPresent(attribute -> sources.add(new Source(field, attribute)));
            }
        }
        return sources;
    }

    private static List<Feature> features(List<Source> sources) {
        return sources.stream()
                .map(source -> source.field().feature(source.attribute()))
                .toList();
    }
}
