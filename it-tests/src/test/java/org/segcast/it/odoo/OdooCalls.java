/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls a real Odoo as tests do, with none of the adapter's code: 19 over JSON-2, 14 over JSON-RPC. */
final class OdooCalls {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** Told by their place, because older versions call them otherwise. */
    private static final List<String> FIRST = List.of("ids", "domain", "vals_list", "vals");

    private final String version;
    private final Map<String, String> settings;
    private Optional<JsonValue> user = Optional.empty();

    OdooCalls(String version, Map<String, String> settings) {
        this.version = version;
        this.settings = Map.copyOf(settings);
    }

    boolean oldest() {
        return version.equals(OdooServer.OLDEST);
    }

    JsonValue call(String model, String method, Map<String, Object> arguments) {
        return oldest() ? rpc(model, method, arguments) : json2(model, method, arguments);
    }

    private JsonValue json2(String model, String method, Map<String, Object> arguments) {
        return post(
                "/json/2/" + model + "/" + method,
                Json.createObjectBuilder(arguments).build(),
                "Bearer " + settings.get("SEGCAST_ODOO_API_KEY"));
    }

    private JsonValue rpc(String model, String method, Map<String, Object> arguments) {
        Map<String, Object> named = new HashMap<>(arguments);
        List<Object> placed = new ArrayList<>();
        FIRST.stream().filter(named::containsKey).forEach(name -> placed.add(named.remove(name)));
        String database = settings.get("SEGCAST_ODOO_DATABASE");
        String key = settings.get("SEGCAST_ODOO_API_KEY");
        return service("object", "execute_kw", List.of(database, user(), key, model, method, placed, named));
    }

    private synchronized JsonValue user() {
        if (user.isEmpty()) {
            List<Object> login = List.of(
                    settings.get("SEGCAST_ODOO_DATABASE"),
                    settings.get("SEGCAST_ODOO_USER"),
                    settings.get("SEGCAST_ODOO_API_KEY"),
                    Map.of());
            user = Optional.of(service("common", "authenticate", login));
        }
        return user.get();
    }

    private JsonValue service(String service, String method, List<Object> arguments) {
        Map<String, Object> params = Map.of("service", service, "method", method, "args", arguments);
        JsonObject body = Json.createObjectBuilder(Map.of("jsonrpc", "2.0", "method", "call", "params", params))
                .build();
        JsonObject answer = post("/jsonrpc", body, "none").asJsonObject();
        if (answer.containsKey("error")) {
            throw new AssertionError(
                    method + " answered " + answer.getJsonObject("error").getJsonObject("data"));
        }
        return answer.get("result");
    }

    /** Odoo 14 closes each connection without saying so, and a client would send the next request into it. */
    private HttpClient http() {
        return oldest()
                ? HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
                : HTTP;
    }

    private JsonValue post(String path, JsonObject body, String authorization) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(settings.get("SEGCAST_ODOO_URL")).resolve(path))
                .header("Authorization", authorization)
                .header("X-Odoo-Database", settings.get("SEGCAST_ODOO_DATABASE"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build();
        try {
            HttpResponse<byte[]> answer = http().send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answered HTTP " + answer.statusCode());
            }
            try (JsonReader reader = Json.createReader(new ByteArrayInputStream(answer.body()))) {
                return reader.readValue();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("Odoo does not answer: run it-tests/odoo/odoo.sh start", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
