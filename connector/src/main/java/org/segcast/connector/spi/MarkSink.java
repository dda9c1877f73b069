/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.time.Instant;

/** Takes what a CRM holds of our marks, one by one and in any order; the same mark told twice counts once. */
public interface MarkSink {
    /** @param key of a tag of ours, see {@link TagDefinition#key()} */
    void tag(String key, String contactId);

    void score(String contactId, ScoreMark mark);

    /** The contact holds no score (any more); told only where changes were asked for. */
    void noScore(String contactId);

    /** Changes up to this stamp of the CRM's own were seen; told, if at all, by a CRM that tells scores by change. */
    void upTo(Instant changedAt);
}
