/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What RFM measures, of the orders and refunds in one currency alone, with amounts converted as everywhere; only where there are several currencies. As
 * {@link ChannelFeature}s, models do not learn from these and portraits leave them out.
 */
public final class CurrencyFeature {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern NAME = Pattern.compile("in_[a-z]{3}_("
            + ChannelFeature.MEASURES.stream().map(PurchaseFeature::key).collect(Collectors.joining("|")) + ")");

    private CurrencyFeature() {}

    /** Those of the codes that have features: named as in ISO 4217, and not the only one. */
    static List<String> told(List<String> codes) {
        return codes.size() > 1 ? codes.stream().filter(CurrencyFeature::isCode).toList() : List.of();
    }

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    public static String name(String code, PurchaseFeature measure) {
        return "in_" + code.toLowerCase(Locale.ROOT) + "_" + measure.key();
    }

    /** Codes of the currencies whose orders a matrix measures, in its order. */
    public static List<String> codesIn(FeatureSchema schema) {
        String counted = "_" + PurchaseFeature.ORDER_COUNT.key();
        return schema.features().stream()
                .map(Feature::name)
                .filter(name -> isNamed(name) && name.endsWith(counted))
                .map(name -> name.substring("in_".length(), name.length() - counted.length())
                        .toUpperCase(Locale.ROOT))
                .toList();
    }

    static boolean isNamed(String feature) {
        return NAME.matcher(feature).matches();
    }

    /** In the order of the matrix: all measures of a currency, then those of the next. */
    static List<Feature> all(List<String> codes) {
        List<Feature> features = new ArrayList<>();
        for (String code : codes) {
            for (PurchaseFeature measure : ChannelFeature.MEASURES) {
                features.add(measure.feature().of(name(code, measure), "Of orders in " + code + " alone: "));
            }
        }
        return features;
    }
}
