/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.util.List;
import java.util.Objects;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.OrderRecord;

/**
 * One contact with what the CRM knows.
 *
 * @param orders confirmed ones up to the date asked for, newest first, with their lines
 */
public record MirrorContact(ContactRecord contact, List<OrderRecord> orders) {
    public MirrorContact {
        Objects.requireNonNull(contact, "contact");
        orders = List.copyOf(orders);
    }
}
