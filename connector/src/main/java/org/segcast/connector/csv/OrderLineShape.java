/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.math.BigDecimal;
import java.util.List;
import org.segcast.connector.spi.LooseOrderLine;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.RecordKind;

/** A row of {@code order_lines.csv}. */
final class OrderLineShape implements CsvShape<LooseOrderLine> {
    private static final String DISCOUNT = "discount";

    @Override
    public RecordKind kind() {
        return RecordKind.ORDER_LINE;
    }

    @Override
    public String id() {
        return "order_id";
    }

    @Override
    public List<String> required() {
        return List.of("order_id", "product", "category", "quantity", "amount");
    }

    @Override
    public LooseOrderLine record(CsvHeader header, CsvCells cells) throws CsvDefect {
        return new LooseOrderLine(
                cells.required("order_id"),
                new OrderLineRecord(
                        cells.required("product"),
                        cells.text("category").orElse(""),
                        cells.number("quantity"),
                        cells.number("amount"),
                        discount(cells)));
    }

    private static BigDecimal discount(CsvCells cells) throws CsvDefect {
        if (cells.text(DISCOUNT).isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal percent = cells.number(DISCOUNT);
        if (!OrderLineRecord.isDiscount(percent)) {
            throw new CsvDefect("discount is " + percent.toPlainString() + ", expected percent from 0 to 100");
        }
        return percent;
    }
}
