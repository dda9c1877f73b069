/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.http.HttpPolicy;

/**
 * Answers on the loopback what a real Odoo cannot be made to answer. Answers are queued per path; the last one of a path is repeated. How Odoo really
 * behaves is tested on a real one in it-tests.
 */
final class FakeOdoo implements AutoCloseable {
    record Answer(int status, String type, String body, Map<String, String> headers, int promisedBytes) {
        static Answer json(String body) {
            return new Answer(200, "application/json", body, Map.of(), -1);
        }

        static Answer error(int status, String pythonName) {
            String body = "{\"name\":\"" + pythonName
                    + "\",\"message\":\"Ada Lovelace\",\"debug\":\"Traceback: Ada Lovelace\"}";
            return new Answer(status, "application/json; charset=utf-8", body, Map.of(), -1);
        }

        /** JSON-RPC's envelope. */
        static Answer result(String json) {
            return json("{\"jsonrpc\": \"2.0\", \"id\": null, \"result\": " + json + "}");
        }

        static Answer fault(String pythonName) {
            return json(
                    "{\"jsonrpc\": \"2.0\", \"id\": null, \"error\": {\"code\": 200, \"message\": \"Odoo Server Error\", "
                            + "\"data\": {\"name\": \"" + pythonName
                            + "\", \"message\": \"Ada Lovelace\", \"debug\": \"Traceback: Ada Lovelace\"}}}");
        }

        static Answer html(int status) {
            return new Answer(status, "text/html; charset=utf-8", "<!DOCTYPE html><title>x</title>", Map.of(), -1);
        }

        Answer with(String header, String value) {
            return new Answer(status, type, body, Map.of(header, value), promisedBytes);
        }

        Answer promising(int bytes) {
            return new Answer(status, type, body, headers, bytes);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private final List<String> cookies = new ArrayList<>();
    private volatile Duration delay = Duration.ZERO;

    FakeOdoo() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    FakeOdoo answers(String path, Answer... inTurn) {
        synchronized (answers) {
            answers.computeIfAbsent(path, key -> new ArrayDeque<>()).addAll(List.of(inTurn));
        }
        return this;
    }

    /** A model's method. */
    FakeOdoo on(String call, Answer... inTurn) {
        return answers("/json/2/" + call, inTurn);
    }

    /** As {@link #on}, in place of what was to be answered so far. */
    FakeOdoo instead(String call, Answer... inTurn) {
        synchronized (answers) {
            answers.remove("/json/2/" + call);
        }
        return on(call, inTurn);
    }

    /** A model's method, or a service's, as Odoo answered before 19. */
    FakeOdoo rpc(String call, Answer... inTurn) {
        return answers("/jsonrpc " + call, inTurn);
    }

    /** From here on it is an Odoo of this version, with user 7 behind any key. */
    FakeOdoo before19(String version) {
        answers("/web/version", Answer.html(404));
        answers(
                "/web/webclient/version_info",
                Answer.json("{\"jsonrpc\": \"2.0\", \"result\": {\"server_version\": \"" + version + "\"}}"));
        rpc("db_exist", Answer.result("true"));
        answers("/web/login", Answer.html(302).with("Set-Cookie", "session_id=abc; Path=/"));
        return rpc("authenticate", Answer.result("7"));
    }

    /** What reading asks beside the records: one company, no objections, and none of the modules that may be missing. */
    FakeOdoo small() {
        Answer missing = Answer.error(404, "werkzeug.exceptions.NotFound");
        Answer none = Answer.json("[]");
        on("res.partner/fields_get", Answer.json("""
                        {"is_company":{"type":"boolean"},"city":{"type":"char"},"zip":{"type":"char"},"comment":{"type":"html"},
                         "state_id":{"type":"many2one","relation":"res.country.state"},"country_id":{"type":"many2one","relation":"res.country"},
                         "lang":{"type":"selection","selection":[["en_US","English"]]},"function":{"type":"char"},
                         "industry_id":{"type":"many2one","relation":"res.partner.industry"},"create_date":{"type":"datetime"},
                         "x_segcast_segment":{"type":"char"},"x_level":{"type":"selection","selection":[["a","Gold"]]},
                         "x_interests":{"type":"many2many","relation":"x_interest"},"x_objects":{"type":"boolean"},"x_visits":{"type":"integer"}}
                        """));
        on("res.partner/formatted_read_group", Answer.json("""
                        [{"partner_share":true,"is_company":false,"type":"contact","__count":9,"parent_id:count":2,"write_date:max":"2999-12-31 00:00:00"}]
                        """));
        on("res.company/search_read", Answer.json("[{\"id\":1,\"name\":\"Mine\",\"partner_id\":1,\"currency_id\":2}]"));
        on("res.users/search_read", Answer.json("[{\"id\":3,\"partner_id\":4}]"));
        on("res.partner.category/search_read", none);
        on("res.currency.rate/search_read", none);
        on("sale.order/has_access", Answer.json("true"));
        on("res.currency/search_read", Answer.json("[{\"id\":2,\"name\":\"EUR\",\"decimal_places\":2}]"));
        for (String model :
                List.of("pos.order", "pos.order.line", "account.move", "account.move.line", "mailing.trace")) {
            on(model + "/fields_get", missing);
            on(model + "/formatted_read_group", missing);
            on(model + "/has_access", missing);
        }
        for (String model : List.of("mailing.contact", "calendar.attendee", "crm.lead", "website.track")) {
            on(model + "/search_read", missing);
            on(model + "/has_access", missing);
        }
        return this;
    }

    FakeOdoo slowBy(Duration time) {
        delay = time;
        return this;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    OdooConfig config() {
        return new OdooConfig(
                url(),
                "prod",
                "sync",
                new OdooApiKey("s3cret-key"),
                policy(Duration.ofSeconds(5), 4),
                OdooReading.DEFAULT);
    }

    static HttpPolicy policy(Duration requestTimeout, int attempts) {
        return new HttpPolicy(Duration.ofSeconds(5), requestTimeout, attempts, 4, Optional.empty());
    }

    /** Waits for nothing. */
    static CallGuard guard(OdooConfig config) {
        return guard(config, time -> {});
    }

    static CallGuard guard(OdooConfig config, HttpPause pause) {
        return new CallGuard(config.policy(), Clock.systemUTC(), () -> 0, pause);
    }

    List<String> asked() {
        synchronized (answers) {
            return List.copyOf(asked);
        }
    }

    List<String> bodies() {
        synchronized (answers) {
            return List.copyOf(bodies);
        }
    }

    List<String> cookies() {
        synchronized (answers) {
            return List.copyOf(cookies);
        }
    }

    List<String> authorizations() {
        synchronized (answers) {
            return List.copyOf(authorizations);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Answer answer = next(exchange, body);
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", answer.type());
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(
                answer.status(), answer.promisedBytes() < 0 ? bytes.length : answer.promisedBytes());
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** JSON-RPC has one path for all: what is called stands in the body. */
    private static String place(String path, String body) {
        if (!path.equals("/jsonrpc")) {
            return path;
        }
        JsonObject params =
                Json.createReader(new StringReader(body)).readObject().getJsonObject("params");
        JsonArray arguments = params.getJsonArray("args");
        return "/jsonrpc "
                + (params.getString("service").equals("object")
                        ? arguments.getString(3) + "/" + arguments.getString(4)
                        : params.getString("method"));
    }

    private Answer next(HttpExchange exchange, String body) {
        String path = place(exchange.getRequestURI().getPath(), body);
        synchronized (answers) {
            if (path.equals("/web/version") && !answers.containsKey(path)) {
                return Answer.json("{\"version\": \"19.0\"}");
            }
            asked.add(path.replace("/json/2/", "").replace("/jsonrpc ", ""));
            bodies.add(body);
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            cookies.add(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
            Deque<Answer> queue = answers.getOrDefault(path, new ArrayDeque<>());
            return queue.isEmpty() ? untold(path) : queue.size() == 1 ? queue.peek() : queue.poll();
        }
    }

    /** Before 19 each model is asked for once; it is there where a test says nothing else. */
    private static Answer untold(String path) {
        return path.equals("/jsonrpc ir.model/search_count") ? Answer.result("1") : Answer.html(404);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
