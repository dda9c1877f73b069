/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.List;

/** An HTTP answer as tests look at it. */
public record Answer(int status, HttpHeaders headers, String body) {
    public JsonObject object() {
        return json().asJsonObject();
    }

    public JsonArray array() {
        return json().asJsonArray();
    }

    private JsonStructure json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.read();
        } catch (RuntimeException notJson) {
            throw new AssertionError("expected JSON, got HTTP " + status + ": " + body, notJson);
        }
    }

    /** Empty text where the header is absent. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public boolean problem() {
        return header("Content-Type").startsWith("application/problem+json")
                && object().getInt("status") == status
                && !object().getString("title").isBlank()
                && !object().getString("detail").isBlank();
    }

    public String detail() {
        return object().getString("detail");
    }

    /** Names and values of the cookies that were set, ready to be sent back. */
    public String cookies() {
        List<String> pairs = headers.allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .toList();
        return String.join("; ", pairs);
    }

    @Override
    public String toString() {
        return "HTTP " + status + " " + (body.length() > 600 ? body.substring(0, 600) + " ..." : body);
    }
}
