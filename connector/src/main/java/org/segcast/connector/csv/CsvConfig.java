/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.nio.file.Path;

/**
 * Which folder is the CRM. It holds, in UTF-8 with a header row and commas, columns in any order:
 *
 * <ul>
 *   <li>{@code contacts.csv}: {@code id,name,email}; optional {@code phone,company,active}; optional {@code email_opt_out,no_profiling} (0 or 1) and
 *       {@code lawful_basis} (empty or {@code none} forbids profiling); every further column is an attribute
 *   <li>{@code orders.csv}: {@code id,contact_id,date,amount,currency,state}; dates ISO 8601, amounts with a point, state confirmed, open, cancelled
 *       or refund (or sale, done, draft, sent, cancel); optional {@code rate}, units of the company's currency for one of the order's, empty for orders in the
 *       company's currency
 *   <li>optional {@code order_lines.csv}: {@code order_id,product,category,quantity,amount}, and if it likes {@code discount} in percent
 *   <li>optional {@code responses.csv}: {@code campaign,contact_id,treatment,date,responded}
 *   <li>optional {@code engagements.csv}: {@code id,contact_id,kind,date}; kind is one of {@link org.segcast.connector.spi.EngagementKind}
 * </ul>
 *
 * Segcast writes {@code segcast-tags.csv} and {@code segcast-scores.csv} beside them, and {@code segcast-tag-keys.csv} to know its own tags again.
 */
public record CsvConfig(Path folder) {
    public CsvConfig {
        if (folder.toString().isBlank()) {
            throw new IllegalArgumentException(
                    "the CSV folder is not set: name the folder that holds contacts.csv and orders.csv");
        }
        folder = folder.toAbsolutePath().normalize();
    }

    Path contacts() {
        return folder.resolve("contacts.csv");
    }

    Path orders() {
        return folder.resolve("orders.csv");
    }

    Path orderLines() {
        return folder.resolve("order_lines.csv");
    }

    Path responses() {
        return folder.resolve("responses.csv");
    }

    Path engagements() {
        return folder.resolve("engagements.csv");
    }

    Path tags() {
        return folder.resolve("segcast-tags.csv");
    }

    Path tagKeys() {
        return folder.resolve("segcast-tag-keys.csv");
    }

    Path scores() {
        return folder.resolve("segcast-scores.csv");
    }
}
