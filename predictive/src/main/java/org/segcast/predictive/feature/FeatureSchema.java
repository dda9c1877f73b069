/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;

/**
 * The ordered features of a matrix. Two schemas fit each other only if their fingerprints are equal: engines accept swapped columns
 * silently, so the fingerprint is compared before every prediction.
 *
 * @param version of the meaning of the features; raise it when a definition changes under the same name
 * @param fingerprint of version, names and types in their order; use {@link #of}
 */
public record FeatureSchema(int version, List<Feature> features, String fingerprint) implements Serializable {

    public FeatureSchema {
        features = List.copyOf(features);
        refuseDuplicates(features);
        String computed = fingerprintOf(version, features);
        if (!computed.equals(fingerprint)) {
            throw new SegcastException(
                    ErrorCode.SCHEMA_MISMATCH,
                    "a schema's fingerprint must be that of its features, " + computed + ", found " + fingerprint);
        }
    }

    public static FeatureSchema of(int version, List<Feature> features) {
        return new FeatureSchema(version, features, fingerprintOf(version, features));
    }

    /** The features of a type, in the order of their values in a {@link FeatureVector}. */
    public List<Feature> ofType(FeatureType type) {
        return features.stream().filter(feature -> feature.type() == type).toList();
    }

    /** Where the number of that name stands in {@link FeatureVector#numeric}. */
    public int numericIndex(String name) {
        return indexOf(name, FeatureType.NUMERIC);
    }

    /** Where the word of that name stands in {@link FeatureVector#nominal}. */
    public int nominalIndex(String name) {
        return indexOf(name, FeatureType.NOMINAL);
    }

    public boolean has(String name, FeatureType type) {
        return features.stream()
                .anyMatch(feature -> feature.type() == type && feature.name().equals(name));
    }

    /** Refuses anything but this very schema. */
    public void require(FeatureSchema found) {
        if (this != found && !fingerprint.equals(found.fingerprint)) {
            throw new SegcastException(
                    ErrorCode.SCHEMA_MISMATCH,
                    "features must be those of schema " + summary() + ", found schema " + found.summary()
                            + ": compute the features and train again");
        }
    }

    private String summary() {
        return fingerprint + " (version " + version + ", " + features.size() + " features)";
    }

    private int indexOf(String name, FeatureType type) {
        int index = 0;
        for (Feature feature : features) {
            if (feature.type() == type && feature.name().equals(name)) {
                return index;
            }
            index += feature.type() == type ? 1 : 0;
        }
        throw new SegcastException(
                ErrorCode.SCHEMA_MISMATCH,
                "the schema must have a " + type.name().toLowerCase(Locale.ROOT) + " feature " + name + ", found none");
    }

    private static void refuseDuplicates(List<Feature> features) {
        Set<String> seen = new HashSet<>();
        for (Feature feature : features) {
            if (!seen.add(feature.name())) {
                throw new SegcastException(
                        ErrorCode.DUPLICATE_FEATURE,
                        "feature names must differ, found " + feature.name()
                                + " twice: rename one of the contact attributes");
            }
        }
    }

    private static String fingerprintOf(int version, List<Feature> features) {
        MessageDigest digest = sha256();
        digest.update(("v" + version).getBytes(StandardCharsets.UTF_8));
        for (Feature feature : features) {
            digest.update(("\n" + feature.type() + " " + feature.name()).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new SegcastException(ErrorCode.CONTRACT_BROKEN, "every Java platform must offer SHA-256", e);
        }
    }
}
