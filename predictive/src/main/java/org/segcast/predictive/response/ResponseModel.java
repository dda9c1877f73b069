/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.io.Serializable;
import java.util.List;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;

/** P(response), small and serialisable; every call refuses a vector of another schema. */
public interface ResponseModel extends Serializable {

    FeatureSchema schema();

    /** Between 0 and 1. */
    double probability(FeatureVector vector);

    /** What each feature adds to this customer's log-odds against the average customer; features without influence are left out. */
    List<Contribution> contributions(FeatureVector vector);

    /** The weight of each feature over all customers, strongest first. */
    List<FeatureWeight> weights();
}
