/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.List;
import org.segcast.connector.spi.TagDefinition;

/**
 * What the CRM should hold of our marks, and nothing else: marks held beyond it are taken away. Told one by one, so that memory stays flat however
 * many there are. Nobody without consent to profiling may be in it.
 */
public interface DesiredMarks {
    /** Every tag of ours, those without members too; each key once. */
    List<TagDefinition> tags();

    /** Tells each membership once. */
    void members(MemberSink sink);

    /** Tells each contact's score once. */
    void scores(ScoreSink sink);

    /** Takes a membership. */
    @FunctionalInterface
    interface MemberSink {
        /** @param key of one of {@link #tags} */
        void accept(String key, String contactId);
    }

    /** Takes a score. */
    @FunctionalInterface
    interface ScoreSink {
        void accept(String contactId, DesiredScore score);
    }
}
