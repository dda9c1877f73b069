/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.segcast.connector.http.HttpAnswer;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Odoo before 19: {@code POST /jsonrpc}, service {@code object}, method {@code execute_kw}. Failures come with HTTP 200 and the Python class's name.
 * Every call is one transaction in Odoo.
 *
 * <p>The user's number is asked for once. The API key goes along in each body, so bodies are shown nowhere.
 */
final class OdooJsonRpc implements OdooTransport {
    private final OdooExchange exchange;
    private final OdooVersion version;
    private final Set<String> knownModels = ConcurrentHashMap.newKeySet();
    private OptionalInt uid = OptionalInt.empty();
    private Optional<String> session = Optional.empty();

    OdooJsonRpc(OdooExchange exchange, OdooVersion version) {
        this.exchange = exchange;
        this.version = version;
    }

    /** @throws SegcastException LOGIN_REFUSED or DATABASE_UNKNOWN where that is so */
    synchronized int uid() {
        if (uid.isEmpty()) {
            session = version.needsSession() ? openSession() : Optional.empty();
            uid = OptionalInt.of(authenticate());
        }
        return uid.getAsInt();
    }

    /** Without a login: the cookie only tells the server which database is meant. */
    private Optional<String> openSession() {
        String database = exchange.config().database();
        String tried = "to choose the database";
        if (JsonValue.FALSE.equals(service("db", "db_exist", tried, List.of(database)))) {
            throw exchange.refused(OdooError.rpc("OperationalError").atSignIn(), tried);
        }
        String path = "/web/login?db=" + URLEncoder.encode(database, StandardCharsets.UTF_8);
        return exchange.send(exchange.request(path).GET(), tried, answer -> {
            if (answer.status() >= 400) {
                exchange.read(answer, tried);
            }
            return answer.header("Set-Cookie")
                    .filter(cookie -> cookie.startsWith("session_id="))
                    .map(cookie -> cookie.split(";", 2)[0]);
        });
    }

    private int authenticate() {
        String tried = "to sign in";
        OdooConfig config = exchange.config();
        JsonValue found = service(
                "common",
                "authenticate",
                tried,
                List.of(config.database(), config.user(), config.apiKey().text(), Map.of()));
        if (found instanceof JsonNumber number) {
            return number.intValue();
        }
        throw exchange.refused(OdooError.rpc("AccessDenied"), tried);
    }

    @Override
    public JsonValue call(String model, String method, Map<String, Object> arguments) {
        Map<String, Object> named = new HashMap<>(arguments);
        return call(model, method, positional(named), named);
    }

    /** By their place, in this order, go the records, which are no named argument, and what some models or versions name otherwise. */
    private static List<Object> positional(Map<String, Object> named) {
        List<Object> placed = new ArrayList<>();
        for (String name : List.of("ids", "domain", "vals")) {
            if (named.containsKey(name)) {
                placed.add(named.remove(name));
            }
        }
        return placed;
    }

    JsonValue call(String model, String method, List<Object> positional, Map<String, Object> named) {
        if (!exists(model)) {
            throw exchange.refused(OdooError.rpc("NotFound"), "to call " + method + " of " + model);
        }
        OdooConfig config = exchange.config();
        List<Object> all = List.of(config.database(), uid(), config.apiKey().text(), model, method, positional, named);
        return service("object", "execute_kw", "to call " + method + " of " + model, all);
    }

    /**
     * These versions say of an unknown model no more than that they refuse the call, and 14 with several databases answers HTTP 500 in HTML, as if it were busy. So a
     * model's first call is preceded by asking for it; every employee may.
     */
    private boolean exists(String model) {
        if (model.equals("ir.model") || knownModels.contains(model)) {
            return true;
        }
        List<Object> domain = List.of(List.of("model", "=", model));
        JsonValue found = call("ir.model", "search_count", List.of(domain), Map.of());
        boolean there = !(found instanceof JsonNumber number) || number.intValue() > 0;
        if (there) {
            knownModels.add(model);
        }
        return there;
    }

    private JsonValue service(String service, String method, String tried, List<Object> arguments) {
        Map<String, Object> body = Map.of(
                "jsonrpc",
                "2.0",
                "method",
                "call",
                "params",
                Map.of("service", service, "method", method, "args", arguments));
        HttpRequest.Builder request = exchange.post("/jsonrpc", body);
        session.ifPresent(cookie -> request.header("Cookie", cookie));
        return exchange.send(request, tried, answer -> result(answer, method, tried));
    }

    private JsonValue result(HttpAnswer answer, String method, String tried) {
        if (!(exchange.read(answer, tried) instanceof JsonObject envelope)) {
            throw unreadable(tried);
        }
        if (envelope.get("error") instanceof JsonObject error) {
            OdooError why = OdooError.rpc(pythonName(error));
            throw exchange.refused(method.equals("authenticate") ? why.atSignIn() : why, tried);
        }
        if (!envelope.containsKey("result")) {
            throw unreadable(tried);
        }
        return envelope.get("result");
    }

    private static String pythonName(JsonObject error) {
        return error.get("data") instanceof JsonObject data ? data.getString("name", "") : "";
    }

    private SegcastException unreadable(String tried) {
        return new SegcastException(
                ErrorCode.ANSWER_UNREADABLE,
                "Segcast tried " + tried + " on " + exchange.config().url()
                        + ": expected an answer in JSON-RPC, found other JSON: a proxy before Odoo may be in the way");
    }
}
