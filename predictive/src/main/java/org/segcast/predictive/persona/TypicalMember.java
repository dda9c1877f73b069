/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.segcast.predictive.feature.Feature;

/**
 * A member as others may be told of: no name, no address, no id.
 *
 * @param numbers to two significant digits
 * @param words none where too few share them all
 */
public record TypicalMember(Map<Feature, Double> numbers, Map<Feature, String> words) {
    private static final MathContext TWO_DIGITS = new MathContext(2);

    public TypicalMember {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    public static TypicalMember rounded(Map<Feature, Double> numbers, Map<Feature, String> words) {
        Map<Feature, Double> rounded = new LinkedHashMap<>();
        numbers.forEach((feature, number) -> {
            if (Double.isFinite(number)) {
                rounded.put(
                        feature, BigDecimal.valueOf(number).round(TWO_DIGITS).doubleValue());
            }
        });
        return new TypicalMember(rounded, words);
    }
}
