/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.odoo.FakeOdoo.Answer;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;

/** One call for each model where nothing changed, and a read where anything may have. */
class OdooStandstillTest {
    private static final Answer NONE = Answer.json("[]");
    private static final PageRequest SINCE =
            PageRequest.first(Optional.of(Instant.parse("2026-01-02T03:04:05.600Z")), 5);

    private final FakeOdoo odoo = new FakeOdoo();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final OdooCrm crm = new OdooCrm(odoo.config(), background, FakeOdoo.guard(odoo.config()));

    @BeforeEach
    void nothing_changed() {
        odoo.small()
                .on("res.partner/search_read", NONE)
                .on("res.partner.category/search", NONE)
                .on("mail.blacklist/search_read", NONE)
                .on("sale.order/search_read", NONE)
                .on("sale.order/formatted_read_group", figures(70, "\"2026-01-02 03:04:04\""));
        partners("2026-01-02 03:04:04");
    }

    @AfterEach
    void close() {
        crm.close();
        odoo.close();
        background.shutdown();
    }

    /** 20 companies of which 3 belong to one, 9 persons of whom 2 do, and 4 internal users. */
    private void partners(String latest) {
        odoo.instead("res.partner/formatted_read_group", Answer.json("""
                [{"partner_share":true,"is_company":true,"type":"contact","__count":20,"parent_id:count":3,"write_date:max":"2026-01-01 00:00:00"},
                 {"partner_share":true,"is_company":false,"type":"contact","__count":9,"parent_id:count":2,"write_date:max":"%s"},
                 {"partner_share":false,"is_company":false,"type":"contact","__count":4,"parent_id:count":4,"write_date:max":false}]
                """.formatted(latest)));
    }

    private static Answer figures(int count, String stamp) {
        return Answer.json("[{\"__count\":%d,\"write_date:max\":%s}]".formatted(count, stamp));
    }

    private void read() {
        crm.expect(Map.of(RecordKind.CONTACT, SINCE, RecordKind.ORDER, SINCE));
        assertEquals(List.of(), crm.contacts(SINCE).records());
        assertEquals(List.of(), crm.orders(SINCE).records());
    }

    private long asked(String call) {
        return odoo.asked().stream().filter(call::equals).count();
    }

    @Test
    void where_nothing_changed_one_call_tells_it_and_how_many_there_are() {
        read();
        assertEquals(1, asked("res.partner/formatted_read_group"), odoo.asked().toString());
        assertEquals(0, asked("res.partner/search_read"));
        assertEquals(0, asked("res.partner/fields_get"));
        assertEquals(1, asked("sale.order/formatted_read_group"));
        assertEquals(0, asked("sale.order/search_read"));
        assertEquals(OptionalLong.of(27), crm.counted(RecordKind.CONTACT, ""));
        assertEquals(OptionalLong.of(70), crm.counted(RecordKind.ORDER, ""));
        assertEquals(OptionalLong.empty(), crm.counted(RecordKind.ORDER, "pos-"));
    }

    @Test
    void a_stamp_of_the_same_second_is_a_change_of_contacts_and_maybe_of_their_orders() {
        partners("2026-01-02 03:04:05");
        read();
        assertEquals(1, asked("res.partner/search_read"));
        assertEquals(1, asked("sale.order/search_read"));
        assertEquals(OptionalLong.of(27), crm.counted(RecordKind.CONTACT, ""));
    }

    @Test
    void an_order_that_changed_is_read_though_no_contact_did() {
        odoo.instead("sale.order/formatted_read_group", figures(71, "\"2026-01-02 03:04:06\""));
        read();
        assertEquals(0, asked("res.partner/search_read"));
        assertEquals(1, asked("sale.order/search_read"));
    }

    @Test
    void consent_that_changes_without_a_stamp_on_the_contact_is_read() {
        odoo.instead("res.partner.category/search", Answer.json("[4]"));
        read();
        assertTrue(asked("res.partner/search_read") > 0, "a tag was stamped");
        odoo.instead("res.partner.category/search", NONE)
                .instead("mail.blacklist/search_read", Answer.json("[{\"id\":1,\"email\":\"a@example.com\"}]"));
        long before = asked("res.partner/search_read");
        read();
        assertEquals(before + 1, asked("res.partner/search_read"), "somebody was blacklisted");
    }

    @Test
    void no_orders_at_all_are_no_change() {
        odoo.instead("sale.order/formatted_read_group", figures(0, "false"));
        read();
        assertEquals(0, asked("sale.order/search_read"));
        assertFalse(odoo.asked().contains("account.move/search_read"));
    }
}
