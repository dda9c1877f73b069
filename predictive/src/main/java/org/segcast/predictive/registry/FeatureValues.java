/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One contact's stored features.
 *
 * @param values a Double or a String by feature name, in the schema's order; missing ones are left out
 */
public record FeatureValues(String contactId, LocalDate asOf, Map<String, Object> values) {

    public FeatureValues {
        Objects.requireNonNull(contactId);
        Objects.requireNonNull(asOf);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
