/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.segment;

import java.util.OptionalLong;

/**
 * A segment as a list shows it.
 *
 * @param kind how it was made, such as {@code rfm}
 * @param colour slot 1 to 10, the segment's for life
 * @param change members more or fewer than at the as-of date before; empty at the first
 * @param revenue confirmed order amounts of its members in the 365 days up to the as-of date, in the CRM's currency
 * @param emailable members who allow marketing mail
 */
public record SegmentSummary(
        String key,
        String name,
        String kind,
        int colour,
        String meaning,
        String strategy,
        long size,
        OptionalLong change,
        double revenue,
        long emailable) {}
