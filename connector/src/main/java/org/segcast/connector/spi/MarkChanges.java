/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The differences to write, and nothing else. They may be more than memory holds, so a CRM asks for them in parts as large as one of its calls
 * takes: every part but a tag's or the scores' last one is full. Within a tag and direction, and among scores, contacts come by ascending id,
 * each once. May be read as often as wanted; the same is told each time.
 */
public interface MarkChanges {
    /** What becomes of a contact and a tag. */
    enum Direction {
        REMOVED,
        ADDED
    }

    /** Takes a part of one tag's changes in one direction, never an empty one. */
    @FunctionalInterface
    interface MemberSink {
        void accept(TagDefinition tag, Direction direction, List<String> contacts);
    }

    /** Single changes: one per tag and contact, one per score. */
    long size();

    /** Those among them that are scores: new, changed or taken away. */
    long scoreChanges();

    /** The tags that have changes. */
    List<TagDefinition> tags();

    /** Tag by tag, those who lose it before those who get it. */
    void members(int atMost, MemberSink sink);

    /** Contacts whose score and reason are taken away. */
    void cleared(int atMost, Consumer<List<String>> sink);

    /** New or changed scores, by contact id. */
    void scores(int atMost, Consumer<Map<String, ScoreMark>> sink);

    default boolean isEmpty() {
        return size() == 0;
    }
}
