/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;

/** Everybody who was a customer at one cut-off, with nothing of what came after it; by ascending contact id. */
public record Population(FeatureSchema schema, List<Customer> customers) implements FeatureVectors {

    public Population {
        Objects.requireNonNull(schema);
        customers = List.copyOf(customers);
    }

    @Override
    public void forEach(Consumer<FeatureVector> sink) {
        customers.forEach(customer -> sink.accept(customer.features()));
    }
}
