/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.push;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.segcast.connector.push.PushCounts;

/** How many contacts got and lost one tag in a push. */
@Embeddable
public class SentTag {
    private static final int LONGEST_NAME = 200;

    @Column(name = "tag_key")
    private String key;

    private String name;
    private int colour;
    private long added;
    private long removed;

    protected SentTag() {}

    SentTag(PushCounts.TagCount count) {
        key = shortened(count.tag().key());
        name = shortened(count.tag().name());
        colour = count.tag().colour();
        added = count.added();
        removed = count.removed();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    }

    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    public int getColour() {
        return colour;
    }

    public long getAdded() {
        return added;
    }

    public long getRemoved() {
        return removed;
    }
}
