/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.segcast.connector.spi.Money;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.RecordKind;

/**
 * A row of {@code orders.csv}. A row with a {@code rate} is turned into the company's currency, which is the one of the rows without a rate; whether those agree among
 * themselves is seen only when all are read, so the mirror looks at that.
 */
final class OrderShape implements CsvShape<OrderRecord> {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private final CsvCurrency currency;

    OrderShape(CsvCurrency currency) {
        this.currency = currency;
    }

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
        OrderState state = state(cells);
        Money agreed = new Money(signed(cells.number("amount"), state), currency(cells));
        Optional<BigDecimal> rate = rate(cells);
        Optional<Money> converted = rate.isPresent() ? Optional.of(converted(agreed, rate.get())) : Optional.empty();
        return new OrderRecord(
                cells.required("id"),
                cells.required("contact_id"),
                cells.dateTime("date"),
                converted.orElse(agreed).amount(),
                converted.orElse(agreed).currency(),
                state,
                List.of(),
                converted
                        .map(company -> agreed)
                        .filter(money ->
                                !money.currency().equals(converted.get().currency())),
                Optional.empty());
    }

    static Optional<BigDecimal> rate(CsvCells cells) throws CsvDefect {
        if (cells.text("rate").isEmpty()) {
            return Optional.empty();
        }
        BigDecimal rate = cells.number("rate");
        if (rate.signum() <= 0) {
            throw new CsvDefect("rate is not above zero");
        }
        return Optional.of(rate);
    }

    private Money converted(Money agreed, BigDecimal rate) throws CsvDefect {
        String company = currency.company()
                .orElseThrow(
                        () -> new CsvDefect(
                                "has a rate, and no order is without one: leave the rate empty for orders in the company's currency"));
        return new Money(agreed.amount().multiply(rate).setScale(2, RoundingMode.HALF_UP), company);
    }

    private static BigDecimal signed(BigDecimal amount, OrderState state) {
        return state == OrderState.REFUND ? amount.abs().negate() : amount;
    }

    static String currency(CsvCells cells) throws CsvDefect {
        String code = cells.required("currency").toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            throw new CsvDefect("currency is not a code of three letters such as EUR");
        }
        return code;
    }

    private static OrderState state(CsvCells cells) throws CsvDefect {
        return switch (cells.required("state").toLowerCase(Locale.ROOT)) {
            case "confirmed", "sale", "done" -> OrderState.CONFIRMED;
            case "cancelled", "canceled", "cancel" -> OrderState.CANCELLED;
            case "open", "draft", "sent" -> OrderState.OPEN;
            case "refund" -> OrderState.REFUND;
            default ->
                throw new CsvDefect(
                        "state is none of confirmed, open, cancelled, refund, sale, done, draft, sent, cancel");
        };
    }
}
