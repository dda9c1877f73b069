/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonValue;
import java.time.Duration;
import org.segcast.connector.spi.SegcastException;

/** How one request ended. */
sealed interface OdooAttempt {
    record Answered(JsonValue value) implements OdooAttempt {}

    /** @param askedWait what the server asked for in Retry-After; zero where it asked nothing */
    record Failed(SegcastException why, Duration askedWait) implements OdooAttempt {}
}
