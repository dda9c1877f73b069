/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Exchange rates as the main company keeps them in {@code res.currency.rate}, found as Odoo finds them: the company's own rates before those without a
 * company, the latest that is not after the date, else the oldest, else 1.
 */
final class OdooRates {
    private final OdooClient client;
    private final OdooCompanies companies;
    private final Map<Integer, TreeMap<LocalDate, BigDecimal>> byCurrency = new HashMap<>();
    private boolean known;

    OdooRates(OdooClient client, OdooCompanies companies) {
        this.client = client;
        this.companies = companies;
    }

    void forget() {
        known = false;
        byCurrency.clear();
    }

    /** What one unit of a currency is worth in another on a day. */
    BigDecimal factor(int from, int to, LocalDate day) {
        if (from == to) {
            return BigDecimal.ONE;
        }
        learn();
        return rate(to, day).divide(rate(from, day), MathContext.DECIMAL64);
    }

    boolean has(int currency) {
        learn();
        return byCurrency.containsKey(currency);
    }

    private void learn() {
        if (known) {
            return;
        }
        int main = companies.main().id();
        List<OdooRow> rows = OdooQuery.read(
                client, "res.currency.rate", OdooDomain.all(), "currency_id", "company_id", "name", "rate");
        ownFirst(rows, OptionalInt.of(main)).forEach(this::remember);
        rows.stream()
                .filter(row -> row.reference("company_id").isEmpty())
                .filter(row -> !byCurrency.containsKey(row.needReference("currency_id")))
                .toList()
                .forEach(this::remember);
        known = true;
    }

    private static Stream<OdooRow> ownFirst(List<OdooRow> rows, OptionalInt company) {
        return rows.stream().filter(row -> row.reference("company_id").equals(company));
    }

    private void remember(OdooRow row) {
        byCurrency
                .computeIfAbsent(row.needReference("currency_id"), id -> new TreeMap<>())
                .put(LocalDate.parse(row.needText("name")), row.needNumber("rate"));
    }

    private BigDecimal rate(int currency, LocalDate day) {
        TreeMap<LocalDate, BigDecimal> rates = byCurrency.getOrDefault(currency, new TreeMap<>());
        return Optional.ofNullable(rates.floorEntry(day))
                .or(() -> Optional.ofNullable(rates.firstEntry()))
                .map(Map.Entry::getValue)
                .filter(rate -> rate.signum() > 0)
                .orElse(BigDecimal.ONE);
    }
}
