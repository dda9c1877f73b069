/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.segment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A contact as a row of a list.
 *
 * @param segmentKey empty text for contacts outside all segments (without consent to profiling)
 * @param band {@code top tenth}, {@code next three tenths} or {@code lower six tenths} of all scored customers; empty text without a score
 * @param emailAllowed may get marketing mail
 * @param chance probability of the objective's response, 0 to 1; empty without a score
 */
public record Member(
        String contactId,
        String name,
        String email,
        String city,
        String segmentKey,
        String segmentName,
        int segmentColour,
        long orders,
        double spent,
        Optional<LocalDate> lastOrder,
        OptionalDouble chance,
        String band,
        boolean emailAllowed) {}
