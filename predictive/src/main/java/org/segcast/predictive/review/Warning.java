/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.review;

import java.util.List;
import org.segcast.predictive.SegcastException;

/**
 * Something about segments that a person should decide on.
 *
 * @param segments keys of those it is about, one or more
 * @param what was found, with its numbers
 * @param toDo what can be done about it
 * @param reviewed whether somebody marked all of them as reviewed less than a quarter ago, and so knows
 */
public record Warning(WarningKind kind, List<String> segments, String what, String toDo, boolean reviewed) {

    public Warning {
        segments = List.copyOf(segments);
        SegcastException.require(!segments.isEmpty(), "a warning is about a segment, found none for " + kind);
    }
}
