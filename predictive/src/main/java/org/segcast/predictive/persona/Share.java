/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import org.segcast.predictive.SegcastException;

/** How many of a group have something. */
public record Share(long having, long of) {

    public Share {
        SegcastException.require(
                0 <= having && having <= of, "a share must be 0 to all of a group, found " + having + " of " + of);
    }

    /** 0 to 1; 0 of an empty group. */
    public double value() {
        return of == 0 ? 0 : (double) having / of;
    }

    public Share with(Share other) {
        return new Share(having + other.having, of + other.of);
    }
}
