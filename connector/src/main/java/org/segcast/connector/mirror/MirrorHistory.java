/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.segcast.connector.spi.EngagementKind;

/**
 * What is known of one contact who may be profiled, as of a date.
 *
 * @param emailAllowed whether marketing mail may be sent
 * @param attributes by name, as text; absent where empty
 * @param orders confirmed ones and refunds up to the date, oldest first (then by id); none for a prospect
 * @param engagements up to the date, oldest first (then by id)
 */
public record MirrorHistory(
        String contactId,
        boolean emailAllowed,
        Map<String, String> attributes,
        List<Order> orders,
        List<Engagement> engagements) {

    /**
     * @param amount in the company's {@code currency}, as a double for statistics; exact amounts are in {@link Mirror#find}
     * @param refund money given back; the amount is zero or negative
     */
    public record Order(
            String id, LocalDateTime orderedAt, double amount, String currency, boolean refund, List<Line> lines) {}

    public record Engagement(EngagementKind kind, LocalDateTime at) {}

    public record Line(String product, String category, double quantity, double amount) {}
}
