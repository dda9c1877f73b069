/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

/** Takes what a CRM holds of our marks, one by one and in any order; the same mark told twice counts once. */
public interface MarkSink {
    /** @param key of a tag of ours, see {@link TagDefinition#key()} */
    void tag(String key, String contactId);

    void score(String contactId, ScoreMark mark);
}
