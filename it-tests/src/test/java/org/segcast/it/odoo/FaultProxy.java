/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server and spoils one request out of many, in the way that it is told; all others pass untouched. */
final class FaultProxy implements AutoCloseable {
    /** What happens to the one request. */
    enum Fault {
        /** The connection breaks before the server hears anything. */
        CUT_BEFORE,
        /** The server does what it was asked, the connection breaks before it can say so. */
        CUT_BEHIND,
        /** Half of the answer arrives, then the connection breaks. */
        TRUNCATED,
        /** The answer comes when nobody waits for it any more. */
        DELAYED,
        /** The server hears the request twice. */
        DUPLICATED,
        TOO_MANY_REQUESTS,
        INTERNAL_ERROR,
        BAD_GATEWAY,
        /** A web page with status 200, as a proxy's sign-in page is. */
        HTML
    }

    private final URI behind;
    private final Duration delay;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger heard = new AtomicInteger();
    private volatile Optional<Fault> fault = Optional.empty();
    private volatile int spoiled;

    /** @param delay how late a delayed answer is: longer than whoever asks is ready to wait */
    FaultProxy(URI behind, Duration delay) throws IOException {
        this.behind = behind;
        this.delay = delay;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on: the request of this number, the next one being 0. */
    void spoil(int request, Fault how) {
        spoiled = request;
        fault = Optional.of(how);
        heard.set(0);
    }

    void spoilNothing() {
        fault = Optional.empty();
        heard.set(0);
    }

    /** Requests since the last {@code spoil}. */
    int heard() {
        return heard.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        int number = heard.getAndIncrement();
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            Optional<Fault> now = fault.filter(planned -> number == spoiled);
            if (now.isEmpty()) {
                answer(exchange, ask(exchange, body));
            } else {
                spoil(now.get(), exchange, body);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void spoil(Fault how, HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        switch (how) {
            case CUT_BEFORE -> exchange.close();
            case CUT_BEHIND -> ask(exchange, body);
            case TRUNCATED -> {
                byte[] whole = ask(exchange, body).body();
                exchange.sendResponseHeaders(200, whole.length);
                exchange.getResponseBody().write(whole, 0, whole.length / 2);
            }
            case DELAYED -> {
                HttpResponse<byte[]> late = ask(exchange, body);
                Thread.sleep(delay.toMillis());
                answer(exchange, late);
            }
            case DUPLICATED -> {
                ask(exchange, body);
                answer(exchange, ask(exchange, body));
            }
            case TOO_MANY_REQUESTS -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                page(exchange, 429);
            }
            case INTERNAL_ERROR -> page(exchange, 500);
            case BAD_GATEWAY -> page(exchange, 502);
            case HTML -> page(exchange, 200);
        }
    }

    private static void page(HttpExchange exchange, int status) throws IOException {
        byte[] html = "<!DOCTYPE html><title>Proxy</title><p>Not what you asked for.".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, html.length);
        exchange.getResponseBody().write(html);
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        behind.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : new String[] {"Authorization", "X-Odoo-Database", "Content-Type"}) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .ifPresent(value -> request.header(name, value));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
