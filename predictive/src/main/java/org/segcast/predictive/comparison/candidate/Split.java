/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.util.List;

/** Puts the customers of any cut-off into segments, by what was known then. */
public interface Split {

    /** The segment's key of each customer, in the population's order. */
    List<String> of(Population population);
}
