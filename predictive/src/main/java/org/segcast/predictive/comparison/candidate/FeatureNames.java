/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import org.segcast.predictive.feature.Feature;

/** Short names of features as people say them. */
final class FeatureNames {

    private static final String ATTRIBUTE = "attr_";

    private FeatureNames() {}

    static String of(Feature feature) {
        String plain = feature.isAttribute() ? feature.name().substring(ATTRIBUTE.length()) : feature.name();
        String words = plain.replace('_', ' ').strip().replaceAll("\\b(\\d+)d\\b", "$1 days");
        return words.isEmpty() ? feature.name() : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
