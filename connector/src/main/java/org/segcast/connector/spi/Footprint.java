/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.List;

/**
 * All that Segcast ever wrote into a CRM.
 *
 * @param tags names of our tags, as people read them
 * @param contacts that hold a tag, a score or a reason of ours
 * @param places what was made to hold or show them, in the CRM's words, such as {@code field x_segcast_score}
 */
public record Footprint(List<String> tags, long contacts, List<String> places) {
    public static final Footprint NONE = new Footprint(List.of(), 0, List.of());

    public Footprint {
        tags = List.copyOf(tags);
        places = List.copyOf(places);
    }

    public boolean isEmpty() {
        return tags.isEmpty() && contacts == 0 && places.isEmpty();
    }
}
