/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import java.util.List;
import java.util.Optional;

/**
 * All that traits are found from. All customers are the members and the rest.
 *
 * @param rest customers who are no members
 */
public record SegmentMoments(long members, long rest, List<NumberMoments> numbers, List<WordFeature> words) {

    public SegmentMoments {
        numbers = List.copyOf(numbers);
        words = List.copyOf(words);
    }

    public Optional<NumberMoments> number(String feature) {
        return numbers.stream()
                .filter(number -> number.feature().name().equals(feature))
                .findFirst();
    }
}
