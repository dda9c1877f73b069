/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** A host whose answers have no end. */
class HttpCallsTest {
    private static final int LIMIT = 1_000_000;
    private HttpServer host;
    private int asked;

    @BeforeEach
    void start() throws IOException {
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        host.createContext("/", this::answer);
        host.start();
    }

    @AfterEach
    void stop() {
        host.stop(0);
    }

    /** Of the length that the path says; of none at all where it says so. */
    private void answer(HttpExchange exchange) throws IOException {
        asked++;
        String length = exchange.getRequestURI().getPath().substring(1);
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            byte[] some = new byte[10_000];
            for (long sent = 0; length.equals("endless") || sent < Long.parseLong(length); sent += some.length) {
                exchange.getResponseBody().write(some);
            }
        } catch (IOException hungUp) {
            // as it should
        }
    }

    private int bytes(String path) {
        URI url = URI.create("http://127.0.0.1:" + host.getAddress().getPort() + "/");
        CallGuard guard = new CallGuard(HttpPolicy.DEFAULT, Clock.systemUTC(), () -> 0.5, HttpPause.SLEEP);
        HttpCalls calls = new HttpCalls(new HttpWords("The host", url, "a setting"), guard, LIMIT);
        return calls.call(HttpRequest.newBuilder(url.resolve(path)).build(), "to read", answer -> answer.body().length);
    }

    @Test
    void an_answer_is_read_up_to_the_limit() {
        assertEquals(LIMIT, bytes("1000000"));
    }

    @Test
    void one_beyond_it_is_given_up_at_once_and_not_asked_for_again() {
        SegcastException tooLong = assertThrows(SegcastException.class, () -> bytes("endless"));
        assertEquals(ErrorCode.ANSWER_TOO_LONG, tooLong.code());
        assertTrue(tooLong.getMessage().contains("longer than 1 MB"), tooLong.getMessage());
        assertEquals(1, asked);
    }

    @Test
    void a_page_beyond_it_is_read_in_smaller_pages() {
        PageSizing sizing = new PageSizing(Clock.systemUTC()::instant, HttpPolicy.DEFAULT.requestTimeout());
        int read = sizing.read(400, records -> bytes(Integer.toString(records * 4_000)));
        assertEquals(800_000, read);
        assertEquals(2, asked);
    }
}
