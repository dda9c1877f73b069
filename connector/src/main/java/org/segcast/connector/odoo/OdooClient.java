/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpAnswer;
import org.segcast.connector.http.HttpCalls;
import org.segcast.connector.http.JsonBytes;
import org.segcast.connector.http.PageSizing;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** One JSON-2 call: {@code POST /json/2/<model>/<method>} with named arguments. Every call is one transaction in Odoo. */
final class OdooClient {
    private final OdooConfig config;
    private final HttpCalls calls;
    private final JsonBytes json;

    OdooClient(OdooConfig config, CallGuard guard) {
        this(config, new HttpCalls(config.words(), guard), new JsonBytes());
    }

    private OdooClient(OdooConfig config, HttpCalls calls, JsonBytes json) {
        this.config = config;
        this.calls = calls;
        this.json = json;
    }

    /** The same connection without second attempts: for a person who waits for the answer. */
    OdooClient once() {
        return new OdooClient(config, calls.once(), json);
    }

    JsonValue call(String model, String method, Map<String, Object> arguments) {
        HttpRequest request = request("/json/2/" + model + "/" + method)
                .header("Authorization", config.apiKey().bearer())
                .header("X-Odoo-Database", config.database())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.bytes(arguments)))
                .build();
        return send(request, "to call " + method + " of " + model);
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
        return calls.sent();
    }

    PageSizing pages() {
        return calls.pages();
    }

    boolean may(String model, String operation) {
        return JsonValue.TRUE.equals(call(model, "has_access", Map.of("operation", operation)));
    }

    /** Unauthenticated; needs no database. */
    JsonObject version() {
        HttpRequest request = request("/web/version").GET().build();
        return send(request, "to ask for the version").asJsonObject();
    }

    /** How servers before 19 told their version. */
    JsonObject versionOfOld() {
        HttpRequest request = request("/web/webclient/version_info")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"params\":{}}"))
                .build();
        return send(request, "to ask for the version as before Odoo 19").asJsonObject();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(config.url().resolve(path))
                .timeout(config.policy().requestTimeout());
    }

    private JsonValue send(HttpRequest request, String tried) {
        return calls.call(request, tried, answer -> read(answer, tried));
    }

    private JsonValue read(HttpAnswer answer, String tried) {
        if (answer.status() != 200 || answer.html()) {
            OdooError error =
                    OdooError.of(answer.status(), answer.html() ? "" : pythonName(answer.body()), answer.html());
            throw new SegcastException(error.code(), error.sentence(tried, config));
        }
        try {
            return json.value(answer.body());
        } catch (JsonException e) {
            throw new SegcastException(
                    ErrorCode.ANSWER_UNREADABLE,
                    "Segcast tried " + tried + " on " + config.url()
                            + ": expected JSON, found something else or an answer cut short: a proxy before Odoo may be in the way");
        }
    }

    private String pythonName(byte[] body) {
        try {
            return json.value(body).asJsonObject().getString("name", "");
        } catch (JsonException | ClassCastException e) {
            return "";
        }
    }
}
