/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.review;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody marked a segment as reviewed.
 *
 * @param day the one that stood for today
 * @param note what was found; empty text for nothing
 */
public record PastReview(LocalDate day, Instant at, String by, String note) {
    public static final int LONGEST_NOTE = 500;
}
