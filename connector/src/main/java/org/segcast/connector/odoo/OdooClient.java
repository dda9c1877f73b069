/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * One JSON-2 call: {@code POST /json/2/<model>/<method>} with named arguments. Every call is one transaction in Odoo.
 *
 * <p>Redirects are not followed, so that the key goes to the configured host only. The time-out holds for the whole answer: the HTTP client's own
 * ends with the headers.
 */
final class OdooClient {
    private final OdooConfig config;
    private final OdooRetry retry;
    private final OdooJson json;
    private final HttpClient http;
    private final OdooTrouble trouble;
    private final AtomicLong sent = new AtomicLong();

    OdooClient(OdooConfig config, OdooRetry retry) {
        this(config, retry, new OdooJson(), http(config), new OdooTrouble(config));
    }

    private OdooClient(OdooConfig config, OdooRetry retry, OdooJson json, HttpClient http, OdooTrouble trouble) {
        this.config = config;
        this.retry = retry;
        this.json = json;
        this.http = http;
        this.trouble = trouble;
    }

    private static HttpClient http(OdooConfig config) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    /** The same connection without second attempts: for a person who waits for the answer. */
    OdooClient once() {
        return new OdooClient(config, retry.once(), json, http, trouble);
    }

    JsonValue call(String model, String method, Map<String, Object> arguments) {
        HttpRequest request = request("/json/2/" + model + "/" + method)
                .header("Authorization", config.apiKey().bearer())
                .header("X-Odoo-Database", config.database())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.bytes(arguments)))
                .build();
        return retry.call(() -> attempt(request, "to call " + method + " of " + model));
    }

    /** Rows of a {@code search_read} or {@code read}. */
    List<OdooRow> rows(String model, String method, Map<String, Object> arguments) {
        try {
            return call(model, method, arguments).asJsonArray().getValuesAs((JsonObject row) -> new OdooRow(row));
        } catch (ClassCastException e) {
            throw new SegcastException(
                    ErrorCode.ANSWER_UNREADABLE,
                    "Odoo answered " + method + " of " + model + " with no list of records",
                    e);
        }
    }

    List<Integer> ids(String model, String method, Map<String, Object> arguments) {
        return call(model, method, arguments).asJsonArray().getValuesAs(JsonNumber::intValue);
    }

    /** Requests so far, repeated ones too. */
    long sent() {
        return sent.get();
    }

    boolean may(String model, String operation) {
        return JsonValue.TRUE.equals(call(model, "has_access", Map.of("operation", operation)));
    }

    /** Unauthenticated; needs no database. */
    JsonObject version() {
        HttpRequest request = request("/web/version").GET().build();
        return retry.call(() -> attempt(request, "to ask for the version")).asJsonObject();
    }

    /** How servers before 19 told their version. */
    JsonObject versionOfOld() {
        HttpRequest request = request("/web/webclient/version_info")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"params\":{}}"))
                .build();
        return retry.call(() -> attempt(request, "to ask for the version as before Odoo 19"))
                .asJsonObject();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(config.url().resolve(path)).timeout(config.requestTimeout());
    }

    private OdooAttempt attempt(HttpRequest request, String tried) {
        sent.incrementAndGet();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return read(answer.get(config.requestTimeout().toMillis(), TimeUnit.MILLISECONDS), tried);
        } catch (ExecutionException e) {
            return trouble.failed(tried, e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return trouble.failed(tried, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped while waiting for Odoo");
        }
    }

    private OdooAttempt read(HttpResponse<byte[]> answer, String tried) {
        trouble.answered();
        boolean html = answer.headers().firstValue("Content-Type").orElse("").contains("html");
        if (answer.statusCode() != 200 || html) {
            return refused(answer, tried, html);
        }
        try {
            return new OdooAttempt.Answered(json.value(answer.body()));
        } catch (JsonException e) {
            return new OdooAttempt.Failed(trouble.unreadable(tried), Duration.ZERO);
        }
    }

    private OdooAttempt refused(HttpResponse<byte[]> answer, String tried, boolean html) {
        OdooError error = OdooError.of(answer.statusCode(), html ? "" : pythonName(answer.body()), html);
        SegcastException why = new SegcastException(error.code(), error.sentence(tried, config));
        return new OdooAttempt.Failed(why, askedWait(answer));
    }

    private String pythonName(byte[] body) {
        try {
            return json.value(body).asJsonObject().getString("name", "");
        } catch (JsonException | ClassCastException e) {
            return "";
        }
    }

    /** Only the form in seconds: the form with a date needs a clock. */
    private static Duration askedWait(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }
}
