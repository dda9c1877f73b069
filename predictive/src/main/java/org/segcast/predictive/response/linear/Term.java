/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.linear;

import java.io.Serializable;
import java.util.Objects;
import org.segcast.predictive.SegcastException;

/** A column and its coefficient on the log-odds. */
public record Term(Column column, double coefficient) implements Serializable {

    public Term {
        Objects.requireNonNull(column);
        SegcastException.require(
                Double.isFinite(coefficient),
                "the coefficient of " + column.feature() + " must be finite, found " + coefficient);
    }
}
