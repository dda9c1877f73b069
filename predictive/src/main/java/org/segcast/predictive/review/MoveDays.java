/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.review;

import java.time.LocalDate;

/** The days on which somebody first came into a segment, and last came or went. */
public record MoveDays(LocalDate first, LocalDate last) {}
