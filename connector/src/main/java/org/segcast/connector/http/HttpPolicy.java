/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a host is to be treated.
 *
 * @param requestTimeout for one whole answer
 * @param attempts how often a call is tried while its failure is transient
 * @param parallel the most requests at once; fewer while the host is slow
 * @param businessHours when calls are spaced out, so that people who work in the CRM feel nothing
 */
public record HttpPolicy(
        Duration connectTimeout,
        Duration requestTimeout,
        int attempts,
        int parallel,
        Optional<BusinessHours> businessHours) {
    /** For a host of which nothing else is known. */
    public static final HttpPolicy DEFAULT =
            new HttpPolicy(Duration.ofSeconds(10), Duration.ofMinutes(2), 4, 4, Optional.empty());

    public HttpPolicy {
        Objects.requireNonNull(connectTimeout, "connectTimeout");
        Objects.requireNonNull(requestTimeout, "requestTimeout");
        Objects.requireNonNull(businessHours, "businessHours");
        if (attempts < 1 || parallel < 1) {
            throw new IllegalArgumentException(
                    "attempts " + attempts + " and parallel " + parallel + ", expected at least 1 of each");
        }
    }
}
