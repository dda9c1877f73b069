/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;
import org.segcast.predictive.history.ContactProfile;
import org.segcast.predictive.text.NoteFields;

/**
 * The contact's attributes as features {@code attr_<name>}: numbers, yes/no as 1/0, dates as days since (missing while they lie in the
 * future of as-of), words as words; free text and notes are left out. What cannot be read is missing. The CRM keeps no history of attributes, so
 * they are taken as they stand today even for an earlier as-of date.
 */
final class AttributeFeatures {

    private final List<AttributeDefinition> numbers;
    private final List<AttributeDefinition> words;

    AttributeFeatures(List<AttributeDefinition> definitions) {
        this.words = definitions.stream()
                .filter(definition -> definition.type() == AttributeType.NOMINAL && !NoteFields.isNote(definition))
                .toList();
        this.numbers = definitions.stream()
                .filter(definition ->
                        definition.type() != AttributeType.NOMINAL && definition.type() != AttributeType.TEXT)
                .toList();
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
            AttributeDefinition definition = numbers.get(i);
            numerics[from + i] = number(
                    definition.type(), contact.attribute(definition.name()).strip(), asOf);
        }
        for (int i = 0; i < words.size(); i++) {
            nominals[fromWord + i] = contact.attribute(words.get(i).name()).strip();
        }
    }

    private static double number(AttributeType type, String text, LocalDate asOf) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        return switch (type) {
            case BOOLEAN -> yesOrNo(text);
            case DATE -> daysSince(text, asOf);
            default -> decimal(text);
        };
    }

    private static double decimal(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> 1;
            case "false", "no", "0" -> 0;
            default -> Double.NaN;
        };
    }

    private static double daysSince(String text, LocalDate asOf) {
        try {
            LocalDate day = LocalDate.parse(text.substring(0, Math.min(10, text.length())));
            return day.isAfter(asOf) ? Double.NaN : asOf.toEpochDay() - day.toEpochDay();
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    private static List<Feature> features(List<AttributeDefinition> definitions) {
        List<Feature> features = new ArrayList<>();
        for (AttributeDefinition definition : definitions) {
            features.add(feature(definition));
        }
        return features;
    }

    private static Feature feature(AttributeDefinition definition) {
        String name = definition.name();
        return switch (definition.type()) {
            case NOMINAL ->
                new Feature(
                        Feature.ATTRIBUTE + name, FeatureType.NOMINAL, "", "The contact's " + name + " in the CRM.");
            case DATE ->
                new Feature(
                        Feature.ATTRIBUTE + name,
                        FeatureType.NUMERIC,
                        Feature.DAYS,
                        "Whole days since the contact's " + name + ".");
            case BOOLEAN ->
                new Feature(
                        Feature.ATTRIBUTE + name,
                        FeatureType.NUMERIC,
                        Feature.YES_OR_NO,
                        "The contact's " + name + ": 1 yes, 0 no.");
            default ->
                new Feature(
                        Feature.ATTRIBUTE + name, FeatureType.NUMERIC, "", "The contact's " + name + " in the CRM.");
        };
    }
}
