/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.history.PurchaseHistory;
import org.segcast.predictive.text.NoteVocabulary;

/**
 * Features of one history as of a date, in one pass over its purchases and engagements; nothing dated after as-of has any influence.
 * Holds no state between calls: safe for any number of threads.
 *
 * <p>A number that cannot be told (nothing to divide by, text that is no number, an impossible age, a sum too large for a double) is missing; none is ever infinite.
 * A feature that is missing or the same for everybody stays in the matrix, and models pass it over.
 */
public final class FeatureExtractor {

    /** Raise it when a feature's definition changes under the same name. */
    private static final int VERSION = 2;

    private final FeatureSchema schema;
    private final ProfileFeatures profile;
    private final AttributeFeatures attributes;
    private final NoteFeatures notes;
    private final int engagementFrom = PurchaseFeature.numericCount() + PurchaseDetail.numericCount();
    private final int channelFrom = engagementFrom + EngagementFeature.all().size();
    private final List<String> currencies;
    private final int profileFrom;
    private final int profileFromWord = PurchaseFeature.wordCount() + PurchaseDetail.wordCount();
    private final int attributesFrom;
    private final int attributesFromWord;
    private final int notesFrom;

    /** Without words of notes, as whoever looks back has to: only today's notes are known. */
    public FeatureExtractor(PurchaseHistories histories) {
        this(histories, NoteVocabulary.NONE);
    }

    public FeatureExtractor(PurchaseHistories histories, NoteVocabulary vocabulary) {
        this(histories.attributes(), histories.currencies(), vocabulary);
    }

    /** For purchases in one currency. */
    public FeatureExtractor(List<AttributeDefinition> definitions) {
        this(definitions, NoteVocabulary.NONE);
    }

    /** For purchases in one currency. */
    public FeatureExtractor(List<AttributeDefinition> definitions, NoteVocabulary vocabulary) {
        this(definitions, List.of(), vocabulary);
    }

    private FeatureExtractor(
            List<AttributeDefinition> definitions, List<String> currencies, NoteVocabulary vocabulary) {
        this.currencies = CurrencyFeature.told(currencies);
        this.profileFrom = channelFrom
                + ChannelFeature.all().size()
                + CurrencyFeature.all(this.currencies).size();
        this.profile = new ProfileFeatures(definitions);
        this.attributes = new AttributeFeatures(definitions);
        this.notes = new NoteFeatures(definitions, vocabulary);
        this.attributesFrom = profileFrom + profile.numberCount();
        this.attributesFromWord = profileFromWord + profile.wordCount();
        this.notesFrom = attributesFrom + attributes.numberCount();
        this.schema = FeatureSchema.of(VERSION, features());
    }

    /** The matrix's features: all numbers, then all words, each of purchases, engagement, channels, currencies, profile, attributes and notes in this order. */
    public FeatureSchema schema() {
        return schema;
    }

    public FeatureVector extract(PurchaseHistory history, LocalDate asOf) {
        double[] numerics = new double[notesFrom + notes.all().size()];
        String[] nominals = new String[attributesFromWord + attributes.wordCount()];
        long today = asOf.toEpochDay();
        PurchasePass purchases = new PurchasePass(today);
        purchases.addAll(history.purchases());
        purchases.writeTo(numerics, nominals);
        EngagementPass engagements = new EngagementPass(today);
        engagements.addAll(history.engagements());
        engagements.writeTo(numerics, engagementFrom);
        PartPass parts = new PartPass(today, currencies);
        parts.addAll(history.purchases());
        parts.writeTo(numerics, channelFrom);
        profile.writeTo(history.contact(), asOf, numerics, profileFrom, nominals, profileFromWord);
        attributes.writeTo(history.contact(), asOf, numerics, attributesFrom, nominals, attributesFromWord);
        notes.writeTo(history.contact(), numerics, notesFrom);
        dropInfinite(numerics);
        return new FeatureVector(schema, history.contact().id(), numerics, nominals);
    }

    private static void dropInfinite(double[] numerics) {
        for (int i = 0; i < numerics.length; i++) {
            if (Double.isInfinite(numerics[i])) {
                numerics[i] = Double.NaN;
            }
        }
    }

    private List<Feature> features() {
        List<Feature> purchases = new ArrayList<>();
        Arrays.stream(PurchaseFeature.values()).map(PurchaseFeature::feature).forEach(purchases::add);
        Arrays.stream(PurchaseDetail.values()).map(PurchaseDetail::feature).forEach(purchases::add);
        List<Feature> features = new ArrayList<>(ofType(purchases, FeatureType.NUMERIC));
        features.addAll(EngagementFeature.all());
        features.addAll(ChannelFeature.all());
        features.addAll(CurrencyFeature.all(currencies));
        features.addAll(profile.numberFeatures());
        features.addAll(attributes.numberFeatures());
        features.addAll(notes.all());
        features.addAll(ofType(purchases, FeatureType.NOMINAL));
        features.addAll(profile.wordFeatures());
        features.addAll(attributes.wordFeatures());
        return features;
    }

    private static List<Feature> ofType(List<Feature> features, FeatureType type) {
        return features.stream().filter(feature -> feature.type() == type).toList();
    }
}
