/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.time.Duration;
import org.segcast.connector.spi.SegcastException;

/** How one request ended. */
sealed interface HttpAttempt<T> {
    record Answered<T>(T value) implements HttpAttempt<T> {}

    /** @param askedWait what the server asked for in Retry-After; zero where it asked nothing */
    record Failed<T>(SegcastException why, Duration askedWait) implements HttpAttempt<T> {
        boolean passing() {
            return why.kind() == SegcastException.Kind.TRANSIENT;
        }
    }
}
