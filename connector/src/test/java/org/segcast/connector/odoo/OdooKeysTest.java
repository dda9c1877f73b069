/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.odoo.FakeOdoo.Answer;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

class OdooKeysTest {
    private static final String KEYS = "res.users.apikeys/search_read";
    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    private final FakeOdoo odoo = new FakeOdoo();

    @AfterEach
    void close() {
        odoo.close();
    }

    private Optional<LocalDate> expires() {
        try (OdooCrm crm = new OdooCrm(odoo.config(), Runnable::run, FakeOdoo.guard(odoo.config()))) {
            return crm.keyExpires(NOW);
        }
    }

    private FakeOdoo holding(Answer keys) {
        return odoo.on("res.users/context_get", Answer.json("{\"uid\":5}")).on(KEYS, keys);
    }

    @Test
    void the_first_end_among_the_keys_that_are_still_valid_counts() {
        holding(Answer.json("""
                [{"id":1,"name":"gone","expiration_date":"2026-12-01 07:59:59"},
                 {"id":2,"name":"later","expiration_date":"2027-02-20 10:00:00"},
                 {"id":3,"name":"next","expiration_date":"2027-01-22 02:33:46"}]"""));
        assertEquals(Optional.of(LocalDate.of(2027, 1, 22)), expires());
    }

    @Test
    void only_the_users_own_keys_that_open_the_whole_api_are_asked_for() {
        holding(Answer.json("[]"));
        assertEquals(Optional.empty(), expires());
        String body = odoo.bodies().get(odoo.asked().indexOf(KEYS));
        assertTrue(body.contains("[\"user_id\",\"=\",5]"), body);
        assertTrue(body.contains("\"|\",[\"scope\",\"=\",false],[\"scope\",\"=\",\"rpc\"]"), body);
    }

    @Test
    void a_user_who_may_not_read_keys_is_told_nothing() {
        holding(Answer.error(403, "odoo.exceptions.AccessError"));
        assertEquals(Optional.empty(), expires());
    }

    @Test
    void an_odoo_whose_keys_have_no_end_is_not_asked() {
        odoo.before19("17.0");
        assertEquals(Optional.empty(), expires());
        assertEquals(List.of(), odoo.asked().stream().filter(KEYS::equals).toList());
    }

    @Test
    void an_end_that_is_no_time_is_an_unreadable_answer() {
        holding(Answer.json("[{\"id\":1,\"name\":\"k\",\"expiration_date\":\"soon\"}]"));
        assertEquals(
                ErrorCode.ANSWER_UNREADABLE,
                assertThrows(SegcastException.class, this::expires).code());
    }
}
