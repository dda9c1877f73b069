/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.odoo.FakeOdoo.Answer;

/** Odoo's own rules for which rate holds on a day. */
class OdooRatesTest {
    private static final int EUR = 2;
    private static final int USD = 3;
    private static final int GBP = 4;

    private final FakeOdoo odoo = new FakeOdoo();
    private OdooRates rates;

    @BeforeEach
    void two_currencies_with_rates() {
        odoo.on("res.currency.rate/search_read", Answer.json("""
                [{"id":1,"currency_id":3,"company_id":1,"name":"2025-01-01","rate":1.25},
                 {"id":2,"currency_id":3,"company_id":1,"name":"2025-06-01","rate":1.6},
                 {"id":3,"currency_id":3,"company_id":false,"name":"2025-05-01","rate":9},
                 {"id":4,"currency_id":3,"company_id":7,"name":"2025-05-01","rate":8}]
                """));
        odoo.small();
        OdooClient client = new OdooClient(odoo.config(), FakeOdoo.guard(odoo.config()));
        rates = new OdooRates(client, new OdooCompanies(client));
    }

    @AfterEach
    void close() {
        odoo.close();
    }

    private void assertRate(String expected, String day) {
        assertEquals(
                0,
                new BigDecimal(expected).compareTo(rates.factor(EUR, USD, LocalDate.parse(day))),
                rates.factor(EUR, USD, LocalDate.parse(day)).toString());
    }

    @Test
    void the_latest_own_rate_that_is_not_after_the_day_holds() {
        assertRate("1.25", "2025-05-31");
        assertRate("1.6", "2025-06-01");
    }

    @Test
    void before_the_first_rate_the_oldest_holds() {
        assertRate("1.25", "2024-01-01");
    }

    @Test
    void a_currency_without_rates_counts_one_to_one() {
        assertEquals(0, BigDecimal.ONE.compareTo(rates.factor(EUR, GBP, LocalDate.parse("2025-01-01"))));
        assertFalse(rates.has(GBP));
    }
}
