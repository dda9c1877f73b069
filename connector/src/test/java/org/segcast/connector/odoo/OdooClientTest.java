/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segcast.connector.odoo.FakeOdoo.Answer;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

class OdooClientTest {
    private static final String CALL = "sale.order/search_read";

    private final FakeOdoo odoo = new FakeOdoo();
    private final List<Duration> waits = new ArrayList<>();

    @AfterEach
    void close() {
        odoo.close();
    }

    private OdooClient client(OdooConfig config) {
        return new OdooClient(config, FakeOdoo.guard(config, waits::add));
    }

    private SegcastException failure() {
        return failure(client(odoo.config()));
    }

    private static SegcastException failure(OdooClient client) {
        return assertThrows(SegcastException.class, () -> client.call("sale.order", "search_read", Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "401, werkzeug.exceptions.Unauthorized, LOGIN_REFUSED",
        "403, odoo.exceptions.AccessError, RIGHTS_MISSING",
        "404, werkzeug.exceptions.NotFound, MODULE_MISSING",
        "404, odoo.exceptions.MissingError, RECORD_MISSING",
        "422, odoo.exceptions.ValidationError, REQUEST_REFUSED",
        "500, builtins.ValueError, REQUEST_REFUSED",
        "500, psycopg2.errors.SerializationFailure, CONFLICT",
        "429, werkzeug.exceptions.TooManyRequests, BUSY",
    })
    void an_error_of_odoo_has_its_code(int status, String name, ErrorCode code) {
        odoo.on(CALL, Answer.error(status, name));
        assertEquals(code, failure().code());
    }

    @ParameterizedTest
    @CsvSource({
        "404, DATABASE_UNKNOWN",
        "502, BUSY",
        "503, BUSY",
        "403, NOT_THIS_CRM",
        "200, NOT_THIS_CRM",
        "302, NOT_THIS_CRM"
    })
    void an_answer_in_html_has_its_code(int status, ErrorCode code) {
        odoo.on(CALL, Answer.html(status));
        assertEquals(code, failure().code());
    }

    @Test
    void the_refused_login_says_who_where_and_what_to_do() {
        odoo.on(CALL, Answer.error(401, "werkzeug.exceptions.Unauthorized"));
        assertEquals(
                "Odoo refused the login for user 'sync' on 127.0.0.1:"
                        + odoo.url().getPort()
                        + " (database 'prod'): check the API key, it may be mistyped, deleted or expired",
                failure().getMessage());
    }

    @Test
    void neither_key_nor_traceback_nor_message_of_odoo_leaks() {
        odoo.on(CALL, Answer.error(500, "builtins.ValueError"));
        StringWriter trace = new StringWriter();
        failure().printStackTrace(new PrintWriter(trace));
        String seen = trace + odoo.config().toString() + new OdooApiKey("s3cret-key");
        assertFalse(seen.contains("s3cret-key"));
        assertFalse(seen.contains("Ada Lovelace"));
        assertEquals(List.of("Bearer s3cret-key"), odoo.authorizations());
    }

    @Test
    void a_redirect_is_not_followed_with_the_key() {
        odoo.on(CALL, Answer.html(302).with("Location", "/elsewhere"));
        assertEquals(ErrorCode.NOT_THIS_CRM, failure().code());
        assertEquals(List.of(CALL), odoo.asked());
    }

    @Test
    void busy_is_tried_again_with_longer_waits() {
        odoo.on(CALL, Answer.html(502), Answer.error(500, "psycopg2.errors.SerializationFailure"), Answer.json("[]"));
        assertEquals(List.of(), client(odoo.config()).rows("sale.order", "search_read", Map.of()));
        assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(1)), waits);
    }

    @Test
    void the_wait_is_as_long_as_the_server_asks() {
        odoo.on(CALL, Answer.error(429, "").with("Retry-After", "7"), Answer.json("[]"));
        client(odoo.config()).call("sale.order", "search_read", Map.of());
        assertEquals(List.of(Duration.ofSeconds(7)), waits);
    }

    @Test
    void the_wait_may_be_asked_for_as_a_date() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(20).atOffset(ZoneOffset.UTC));
        odoo.on(CALL, Answer.error(429, "").with("Retry-After", date), Answer.json("[]"));
        client(odoo.config()).call("sale.order", "search_read", Map.of());
        assertTrue(waits.get(0).compareTo(Duration.ofSeconds(15)) > 0, waits.toString());
        assertTrue(waits.get(0).compareTo(Duration.ofSeconds(20)) <= 0, waits.toString());
    }

    @Test
    void an_asked_wait_of_an_hour_is_told_at_once() {
        odoo.on(CALL, Answer.error(429, "").with("Retry-After", "3600"));
        assertEquals(ErrorCode.BUSY, failure().code());
        assertEquals(List.of(), waits);
    }

    @Test
    void attempts_end() {
        odoo.on(CALL, Answer.html(503));
        assertEquals(ErrorCode.BUSY, failure().code());
        assertEquals(4, odoo.asked().size());
    }

    @Test
    void what_time_does_not_mend_is_not_tried_again() {
        odoo.on(CALL, Answer.error(422, "odoo.exceptions.ValidationError"));
        failure();
        assertEquals(1, odoo.asked().size());
    }

    @Test
    void a_truncated_text_is_unreadable() {
        odoo.on(CALL, Answer.json("[{\"id\":1,\"na"));
        assertEquals(ErrorCode.ANSWER_UNREADABLE, failure().code());
    }

    @Test
    void an_answer_that_is_no_list_is_unreadable() {
        odoo.on(CALL, Answer.json("{\"surprise\":true}"));
        SegcastException failure = assertThrows(
                SegcastException.class, () -> client(odoo.config()).rows("sale.order", "search_read", Map.of()));
        assertEquals(ErrorCode.ANSWER_UNREADABLE, failure.code());
    }

    @Test
    void a_connection_that_breaks_in_the_answer_is_tried_again() {
        odoo.on(CALL, Answer.json("[{\"id\":1").promising(500), Answer.json("[]"));
        client(odoo.config()).call("sale.order", "search_read", Map.of());
        assertEquals(1, waits.size());
    }

    @Test
    void an_answer_that_does_not_come_is_a_time_out() {
        OdooConfig hasty = new OdooConfig(
                odoo.url(),
                "prod",
                "sync",
                new OdooApiKey("k"),
                FakeOdoo.policy(Duration.ofMillis(150), 1),
                OdooReading.DEFAULT);
        odoo.slowBy(Duration.ofSeconds(2)).on(CALL, Answer.json("[]"));
        SegcastException failure = failure(client(hasty));
        assertEquals(ErrorCode.TIMED_OUT, failure.code());
        assertTrue(failure.getMessage().contains("no answer within 150 ms"), failure.getMessage());
    }

    @Test
    void a_host_that_never_answered_is_a_wrong_address_and_one_that_stopped_is_lost() {
        odoo.on(CALL, Answer.json("[]"));
        OdooClient known = client(odoo.config());
        known.call("sale.order", "search_read", Map.of());
        odoo.close();
        assertEquals(ErrorCode.CONNECTION_LOST, failure(known).code());
        assertEquals(ErrorCode.ADDRESS_UNREACHABLE, failure().code());
    }

    @Test
    void a_port_without_tls_is_told_so() throws IOException {
        SegcastException failure = failureOfPlainText("https");
        assertEquals(ErrorCode.ADDRESS_UNREACHABLE, failure.code());
        assertTrue(failure.getMessage().contains("no secure connection"), failure.getMessage());
    }

    @Test
    void a_port_without_http_is_told_so() throws IOException {
        assertEquals(ErrorCode.NOT_THIS_CRM, failureOfPlainText("http").code());
    }

    private SegcastException failureOfPlainText(String scheme) throws IOException {
        try (ServerSocket greeter = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> greet(greeter));
            thread.start();
            URI url = URI.create(scheme + "://127.0.0.1:" + greeter.getLocalPort());
            return failure(client(new OdooConfig(url, "prod", "sync", new OdooApiKey("k"))));
        }
    }

    private static void greet(ServerSocket greeter) {
        while (!greeter.isClosed()) {
            try (Socket caller = greeter.accept()) {
                caller.getOutputStream().write("220 mail.example ESMTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                caller.getOutputStream().flush();
                caller.shutdownOutput();
                caller.getInputStream().readAllBytes();
            } catch (IOException e) {
                continue; // the caller went away, or the test is over
            }
        }
    }
}
