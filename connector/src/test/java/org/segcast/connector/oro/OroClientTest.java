/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.connector.spi.Records.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.oro.OroStandIn.Fault;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.SegcastException;

class OroClientTest {
    private static final PageRequest FIRST = PageRequest.first(Optional.empty(), 10);

    private final OroStandIn oro = new OroStandIn();
    private final OroSeeds seeds = new OroSeeds(oro);

    @AfterEach
    void stop() {
        oro.close();
    }

    @Test
    void one_token_serves_until_a_minute_before_it_runs_out() {
        OroCrm crm = seeds.open();
        crm.contacts(FIRST);
        oro.passes(Duration.ofMinutes(58));
        crm.contacts(FIRST);
        assertEquals(1, oro.tokensGiven());
        oro.passes(Duration.ofSeconds(61));
        crm.contacts(FIRST);
        assertEquals(2, oro.tokensGiven());
    }

    @Test
    void a_short_token_is_renewed_at_half_its_life() {
        oro.tokensLive(Duration.ofSeconds(20));
        OroCrm crm = seeds.open();
        crm.contacts(FIRST);
        oro.passes(Duration.ofSeconds(11));
        crm.contacts(FIRST);
        assertEquals(2, oro.tokensGiven());
    }

    @Test
    void a_token_that_was_revoked_is_renewed_once_and_the_request_sent_again() {
        seeds.contact(contact("1", "Ada"));
        OroCrm crm = seeds.open();
        crm.contacts(FIRST);
        oro.revokeTokens();
        assertEquals(1, crm.contacts(FIRST).records().size());
        assertEquals(2, oro.tokensGiven());
    }

    @Test
    void a_second_refusal_is_told() {
        oro.tokensLive(Duration.ZERO);
        SegcastException e =
                assertThrows(SegcastException.class, () -> seeds.open().contacts(FIRST));
        assertEquals(ErrorCode.LOGIN_REFUSED, e.code());
        assertEquals(2, oro.tokensGiven());
    }

    @Test
    void wrong_credentials_are_told_without_them() {
        OroConfig good = seeds.config();
        OroConfig wrong = new OroConfig(
                good.url(),
                good.apiPath(),
                good.clientId(),
                new OroSecret("another-s3cret"),
                good.currency(),
                good.policy(),
                good.fields(),
                good.pageSize(),
                good.batchTimeout(),
                good.noProfilingTag());
        ConnectionCheck check = seeds.open(wrong).check();
        assertEquals(1, check.steps().size());
        assertEquals(Optional.of(ErrorCode.LOGIN_REFUSED), check.steps().get(0).problem());
        assertFalse(check.toString().contains("s3cret"), check.toString());
    }

    @Test
    void an_api_that_is_switched_off_is_told_with_what_to_do() {
        oro.disableApi();
        ConnectionCheck check = seeds.open().check();
        ConnectionCheck.Step last = check.steps().get(check.steps().size() - 1);
        assertEquals(Optional.of(ErrorCode.NOT_THIS_CRM), last.problem());
        assertTrue(last.found().contains("segcast.oro.api-path"), last.found());
    }

    @Test
    void a_busy_oro_is_given_the_time_it_asks_for() {
        seeds.contact(contact("1", "Ada"));
        OroCrm crm = seeds.open();
        crm.contacts(FIRST);
        Instant before = oro.now();
        oro.next(new Fault(429, Map.of("Retry-After", "7"), ""), new Fault(503, Map.of(), "<html>maintenance</html>"));
        assertEquals(1, crm.contacts(FIRST).records().size());
        assertTrue(Duration.between(before, oro.now()).compareTo(Duration.ofSeconds(7)) >= 0);
    }

    @Test
    void a_missing_right_is_told_as_such() {
        oro.deny("orders");
        ConnectionCheck check = seeds.open().check();
        ConnectionCheck.Step orders = step(check, "Orders");
        assertEquals(Optional.of(ErrorCode.RIGHTS_MISSING), orders.problem());
        assertTrue(step(check, "Tags").ok());
    }

    @Test
    void an_oro_without_commerce_can_be_tagged_but_has_no_orders() {
        oro.withoutResource("orders");
        ConnectionCheck check = seeds.open().check();
        assertEquals(
                Optional.of(ErrorCode.MODULE_MISSING), step(check, "Orders").problem());
        SegcastException e =
                assertThrows(SegcastException.class, () -> seeds.open().orders(FIRST));
        assertEquals(ErrorCode.MODULE_MISSING, e.code());
    }

    @Test
    void html_in_the_place_of_json_names_a_proxy() {
        OroCrm crm = seeds.open();
        crm.contacts(FIRST);
        oro.next(new Fault(200, Map.of(), "<html>login</html>"));
        SegcastException e = assertThrows(SegcastException.class, () -> crm.contacts(FIRST));
        assertEquals(ErrorCode.NOT_THIS_CRM, e.code());
    }

    @Test
    void an_answer_that_was_cut_is_unreadable() {
        OroCrm crm = seeds.open();
        crm.contacts(FIRST);
        oro.next(new Fault(200, Map.of("Content-Type", "application/vnd.api+json"), "{\"data\":[{\"type\":\"cont"));
        SegcastException e = assertThrows(SegcastException.class, () -> crm.contacts(FIRST));
        assertEquals(ErrorCode.ANSWER_UNREADABLE, e.code());
    }

    @Test
    void what_oro_tells_of_an_error_is_not_repeated_but_for_its_kind() {
        OroCrm crm = seeds.open();
        crm.contacts(FIRST);
        oro.next(new Fault(
                400,
                Map.of("Content-Type", "application/vnd.api+json"),
                "{\"errors\":[{\"status\":\"400\",\"title\":\"filter constraint\",\"detail\":\"Given Ada Lovelace\","
                        + "\"source\":{\"parameter\":\"filter[id]\"}}]}"));
        SegcastException e = assertThrows(SegcastException.class, () -> crm.contacts(FIRST));
        assertEquals(ErrorCode.REQUEST_REFUSED, e.code());
        assertTrue(e.getMessage().contains("filter constraint at filter[id]"), e.getMessage());
        assertFalse(e.getMessage().contains("Ada"), e.getMessage());
    }

    private static ConnectionCheck.Step step(ConnectionCheck check, String what) {
        List<ConnectionCheck.Step> found =
                check.steps().stream().filter(step -> step.what().equals(what)).toList();
        return found.get(0);
    }
}
