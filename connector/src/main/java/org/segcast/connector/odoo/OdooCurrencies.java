/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segcast.connector.spi.Money;

/**
 * Tells amounts in the main company's currency. An order agreed on in another one is converted into its own company's currency at the rate that Odoo keeps with the
 * order, and from there into the main company's at the rate of the order's day. One agreed on in the main company's currency stays as it is.
 */
final class OdooCurrencies {
    private final OdooCompanies companies;
    private final OdooRates rates;
    private final OdooLookup currencies;

    OdooCurrencies(OdooClient client, OdooCompanies companies) {
        this.companies = companies;
        this.rates = new OdooRates(client, companies);
        this.currencies = new OdooLookup(client, "res.currency", "name", "decimal_places");
    }

    void forget() {
        rates.forget();
        currencies.forget();
    }

    void learn(List<OdooRow> orders) {
        if (!orders.isEmpty()) {
            currencies.learn(
                    Stream.concat(Stream.of(main()), orders.stream().map(order -> order.reference("currency_id"))));
        }
    }

    private OptionalInt main() {
        return OptionalInt.of(companies.main().needReference("currency_id"));
    }

    /** @param agreed in the order's currency, whose worth in units of its company's currency is 1 / {@code currency_rate} */
    OdooAmount amount(OdooRow order, BigDecimal agreed, LocalDate day) {
        int currency = currency(order);
        if (main().getAsInt() == currency) {
            return told(agreed, currency, BigDecimal.ONE);
        }
        int company = companies.currency(order.reference("company_id"));
        BigDecimal intoCompany = order.number("currency_rate")
                .filter(rate -> rate.signum() > 0)
                .map(rate -> BigDecimal.ONE.divide(rate, MathContext.DECIMAL64))
                .orElseGet(() -> rates.factor(currency, company, day));
        return told(agreed, currency, intoCompany.multiply(intoMain(company, day), MathContext.DECIMAL64));
    }

    /**
     * For a credit note, which knows its own worth in its company's currency.
     *
     * @param agreed in its currency, as it is printed: above zero
     * @param booked the same in the company's, as it counts: below zero
     */
    OdooAmount credited(OdooRow order, BigDecimal agreed, BigDecimal booked, LocalDate day) {
        int currency = currency(order);
        BigDecimal sign = BigDecimal.valueOf(booked.signum() > 0 ? 1 : -1);
        if (main().getAsInt() == currency || agreed.signum() == 0) {
            return told(agreed, currency, sign.multiply(rates.factor(currency, main().getAsInt(), day)));
        }
        BigDecimal intoCompany = booked.divide(agreed, MathContext.DECIMAL64);
        int company = companies.currency(order.reference("company_id"));
        return told(agreed, currency, intoCompany.multiply(intoMain(company, day), MathContext.DECIMAL64));
    }

    /** What is done with amounts, for people. */
    String described() {
        Set<Integer> others = new TreeSet<>(companies.currencies());
        others.remove(main().getAsInt());
        currencies.learn(Stream.concat(Stream.of(main()), others.stream().map(OptionalInt::of)));
        String told = "all amounts are told in " + code(main()) + ", the currency of "
                + companies.main().text("name").orElse("the first company");
        if (others.isEmpty()) {
            return told + "; orders in others are converted at their own rate";
        }
        return told + "; orders of companies with " + codes(others.stream())
                + " are converted at Odoo's rate of their day" + withoutRates(others);
    }

    /** A currency that never had a rate is the one that rates are told in, as a rule the main company's. */
    private String withoutRates(Set<Integer> others) {
        String missing = codes(others.stream().filter(currency -> !rates.has(currency)));
        return missing.isEmpty()
                ? ""
                : "; Odoo keeps no rate for " + missing + " and takes 1 for it: add rates in Odoo, unless that is so";
    }

    private String codes(Stream<Integer> some) {
        return some.map(currency -> code(OptionalInt.of(currency))).collect(Collectors.joining(", "));
    }

    private BigDecimal intoMain(int company, LocalDate day) {
        return rates.factor(company, main().getAsInt(), day);
    }

    private static int currency(OdooRow order) {
        return order.reference("currency_id")
                .orElseThrow(() -> new IllegalArgumentException("the order has no currency"));
    }

    private OdooAmount told(BigDecimal agreed, int currency, BigDecimal factor) {
        int decimals = currencies
                .row(main())
                .flatMap(row -> row.number("decimal_places"))
                .map(BigDecimal::intValue)
                .orElse(2);
        BigDecimal amount = OdooAmount.scaled(agreed, factor, decimals);
        Optional<Money> original = main().getAsInt() == currency
                ? Optional.empty()
                : Optional.of(
                        new Money(factor.signum() < 0 ? agreed.negate() : agreed, code(OptionalInt.of(currency))));
        return new OdooAmount(amount, code(main()), factor, decimals, original);
    }

    private String code(OptionalInt currency) {
        return currencies
                .text(currency, "name")
                .orElseThrow(() -> new IllegalArgumentException("its currency cannot be read"));
    }
}
