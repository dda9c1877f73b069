/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.warehouse;

import java.util.List;
import java.util.Map;

/**
 * How far a flaw goes.
 *
 * @param records that have it
 * @param of all records of that kind
 * @param contacts touched
 * @param examples at most {@link #EXAMPLES}, by contact
 * @param segments how many members of a segment are touched, by key
 */
public record FlawFound(
        Flaw flaw, long records, long of, long contacts, List<Example> examples, Map<String, Long> segments) {
    public static final int EXAMPLES = 25;

    public FlawFound {
        examples = List.copyOf(examples);
        segments = Map.copyOf(segments);
    }

    /** @param what is wrong, without the name or the address of anybody */
    public record Example(String contactId, String what) {}
}
