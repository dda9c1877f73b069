/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

/** Makes a value of an answer, or says in the host's own words why not. */
@FunctionalInterface
public interface AnswerReader<T> {
    /** @throws org.segcast.connector.spi.SegcastException for an answer that is a failure; one of kind TRANSIENT is tried again */
    T read(HttpAnswer answer);
}
