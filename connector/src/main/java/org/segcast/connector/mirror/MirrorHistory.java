/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What is known of one contact who may be profiled, as of a date.
 *
 * @param emailAllowed whether marketing mail may be sent
 * @param attributes by name, as text; absent where empty
 * @param orders confirmed ones up to the date, oldest first (then by id); none for a prospect
 */
public record MirrorHistory(
        String contactId, boolean emailAllowed, Map<String, String> attributes, List<Order> orders) {

    /** @param amount in {@code currency}, as a double for statistics; exact amounts are in {@link Mirror#find} */
    public record Order(String id, LocalDateTime orderedAt, double amount, String currency, List<Line> lines) {}

    public record Line(String product, String category, double quantity, double amount) {}
}
