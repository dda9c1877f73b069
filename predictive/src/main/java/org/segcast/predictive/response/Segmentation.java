/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.util.List;
import java.util.function.Function;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;

/** A way to split the customers of a cut-off; a pure function of that cut-off's features. */
public interface Segmentation {

    /** Every segment a customer can be in, in a fixed order. */
    List<Scope> segments();

    /** Fits to the customers of one cut-off and gives the segment key of each. */
    Function<FeatureVector, String> fit(FeatureVectors customers);
}
