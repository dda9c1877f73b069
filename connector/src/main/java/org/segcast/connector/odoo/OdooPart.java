/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.segcast.connector.spi.SegcastException;

/** One of the models that a read goes through, one behind the other. Its records are told under ids of its own series. */
interface OdooPart<R> {
    /** Letters and a hyphen that begin the places in this model from which pages go on; empty text for one part of a read. */
    String place();

    String model();

    /** What the ids of its records begin with, one prefix for each series. None where deletions are not followed. */
    Set<String> series();

    /** As {@link #series}, also where deletions are not followed. */
    default Set<String> prefixes() {
        return series();
    }

    /** Which rows stand behind the ids of one series. */
    default OdooDomain of(String series) {
        return all();
    }

    /** Which rows are read. */
    OdooDomain all();

    /** Rows that may be told differently since: those of at least one of these. */
    List<OdooDomain> changed(Instant since);

    /**
     * Whether nothing can be told otherwise since, provided that this is so of the parts before; where it costs less to ask than to read. False where it is not known.
     */
    default boolean standsStill(Instant since) {
        return false;
    }

    /** How many rows there were when that was asked; empty where it was not, or told of other rows. */
    default OptionalLong counted() {
        return OptionalLong.empty();
    }

    List<String> fields();

    /** Rows to ask for where a page shall hold this many records. */
    default int rows(int records) {
        return records;
    }

    void forget();

    /** Looks up what the records of these rows need beside the rows themselves. */
    void learn(List<OdooRow> rows);

    /** @throws IllegalArgumentException saying why the row cannot be told */
    Stream<R> records(OdooRow row);

    /** Whether the read goes on without this model: its module may not be installed, or not be open to the key's user. */
    default boolean mayMiss(SegcastException why) {
        return why.code().isClosed();
    }
}
