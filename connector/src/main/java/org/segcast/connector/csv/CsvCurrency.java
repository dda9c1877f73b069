/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the company's currency in a file of orders: the one of the first sound row without a rate. */
final class CsvCurrency {
    private static final List<String> COLUMNS = List.of("currency");

    private final Path orders;
    private Optional<String> found = Optional.empty();
    private boolean sought;

    CsvCurrency(Path orders) {
        this.orders = orders;
    }

    /** Empty where no row is without a rate. The file is read up to that row, once. */
    Optional<String> company() {
        if (!sought) {
            found = seek();
            sought = true;
        }
        return found;
    }

    /** The file may be another one by now. */
    void forget() {
        sought = false;
    }

    private Optional<String> seek() {
        try (CsvTable table = CsvTable.open(orders, COLUMNS)) {
            Optional<CsvRow> row = table.next();
            while (row.isPresent()) {
                Optional<String> currency = withoutRate(new CsvCells(table.header(), row.get()));
                if (currency.isPresent()) {
                    return currency;
                }
                row = table.next();
            }
            return Optional.empty();
        }
    }

    private static Optional<String> withoutRate(CsvCells cells) {
        try {
            return OrderShape.rate(cells).isPresent() ? Optional.empty() : Optional.of(OrderShape.currency(cells));
        } catch (CsvDefect broken) {
            return Optional.empty(); // it is told when its page is read
        }
    }
}
