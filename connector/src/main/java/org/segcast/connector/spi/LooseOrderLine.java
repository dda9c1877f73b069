/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.Objects;

/**
 * An order line that the source keeps apart from its order, as a file of lines does. It does not know its order, so its amount is in the order's original currency and
 * may be written without the sign of a refund; the mirror turns it into the order's own.
 */
public record LooseOrderLine(String orderId, OrderLineRecord line) {
    public LooseOrderLine {
        if (orderId.isBlank()) {
            throw new IllegalArgumentException("an order line needs its order's id");
        }
        Objects.requireNonNull(line, "line");
    }
}
