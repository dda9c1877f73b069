/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.segcast.connector.spi.Consent;

/**
 * Rows of the contact table.
 *
 * @param total rows that the query finds without its limit
 */
public record ContactPage(List<Row> rows, long total) {
    public ContactPage {
        rows = List.copyOf(rows);
    }

    /** @param orders confirmed ones up to the query's date, as is lastOrder; spent is what they came to, less refunds */
    public record Row(
            String id,
            String name,
            Optional<String> email,
            Optional<String> company,
            boolean active,
            Consent consent,
            long orders,
            BigDecimal spent,
            Optional<LocalDateTime> lastOrder) {}
}
