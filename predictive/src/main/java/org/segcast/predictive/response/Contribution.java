/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.util.Objects;

/**
 * A feature's part of one customer's score.
 *
 * @param value added to the log-odds, against the average customer of the training examples
 */
public record Contribution(String feature, double value) {

    public Contribution {
        Objects.requireNonNull(feature);
    }
}
