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
     * Without its id: a text for each of ten million orders takes as long as all the rest. It is in {@link Mirror#find}.
     *
     * @param amount in the company's currency, as a double for statistics; exact amounts are in {@link Mirror#find}
     * @param refund money given back; the amount is zero or negative
     * @param till whether it was placed at a till, see {@link org.segcast.connector.spi.OrderRecord#TILL}
     * @param currency what it was agreed on in; empty where that is none of {@link Mirror#currencies}
     */
    public record Order(
            LocalDateTime orderedAt, double amount, boolean refund, boolean till, String currency, List<Line> lines) {}

    public record Engagement(EngagementKind kind, LocalDateTime at) {}

    /** @param discount percent off the list price */
    public record Line(String product, String category, double quantity, double amount, double discount) {}
}
