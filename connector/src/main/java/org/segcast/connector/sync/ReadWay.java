/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.segcast.connector.mirror.ReadPlace;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;

/**
 * From where records of one kind come, and where they go.
 *
 * @param byId those of some ids, whenever they changed
 * @param stage takes a page in and tells the place behind it
 */
record ReadWay<R>(
        RecordKind kind,
        Function<PageRequest, Page<R>> pages,
        Function<Set<String>, Page<R>> byId,
        BiFunction<ReadPlace, Page<R>, ReadPlace> stage) {}
