/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.comparison;

import java.time.Instant;

/** One that has begun and not come to an end. */
public record ComparisonUnderWay(int windowDays, String by, Instant at) {}
