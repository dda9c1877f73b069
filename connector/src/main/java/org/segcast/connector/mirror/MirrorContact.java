/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.util.List;
import java.util.Objects;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.OrderRecord;

/**
 * One contact with what the CRM knows.
 *
 * @param orders confirmed ones and refunds up to the date asked for, newest first, with their lines
 * @param engagements up to that date, newest first, at most {@link #ENGAGEMENTS}
 */
public record MirrorContact(ContactRecord contact, List<OrderRecord> orders, List<EngagementRecord> engagements) {
    public static final int ENGAGEMENTS = 50;

    public MirrorContact {
        Objects.requireNonNull(contact, "contact");
        orders = List.copyOf(orders);
        engagements = List.copyOf(engagements);
    }
}
