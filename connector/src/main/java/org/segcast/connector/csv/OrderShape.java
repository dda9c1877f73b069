/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.RecordKind;

/** A row of {@code orders.csv}. */
final class OrderShape implements CsvShape<OrderRecord> {
    @Override
    public RecordKind kind() {
        return RecordKind.ORDER;
    }

    @Override
    public String id() {
        return "id";
    }

    @Override
    public List<String> required() {
        return List.of("id", "contact_id", "date", "amount", "currency", "state");
    }

    @Override
    public OrderRecord record(CsvHeader header, CsvCells cells) throws CsvDefect {
        return new OrderRecord(
                cells.required("id"),
                cells.required("contact_id"),
                cells.dateTime("date"),
                cells.number("amount"),
                currency(cells),
                state(cells),
                List.of(),
                Optional.empty());
    }

    private static String currency(CsvCells cells) throws CsvDefect {
        String code = cells.required("currency").toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{3}")) {
            throw new CsvDefect("currency is not a code of three letters such as EUR");
        }
        return code;
    }

    private static OrderState state(CsvCells cells) throws CsvDefect {
        return switch (cells.required("state").toLowerCase(Locale.ROOT)) {
            case "confirmed", "sale", "done" -> OrderState.CONFIRMED;
            case "cancelled", "canceled", "cancel" -> OrderState.CANCELLED;
            case "open", "draft", "sent" -> OrderState.OPEN;
            default ->
                throw new CsvDefect("state is none of confirmed, open, cancelled, sale, done, draft, sent, cancel");
        };
    }
}
