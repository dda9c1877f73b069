/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest;
import java.util.Map;
import org.segcast.connector.http.AnswerReader;
import org.segcast.connector.http.HttpAnswer;
import org.segcast.connector.http.HttpCalls;
import org.segcast.connector.http.JsonBytes;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** JSON to one Odoo and back, whatever it means. */
record OdooExchange(OdooConfig config, HttpCalls calls, JsonBytes json) {

    OdooExchange once() {
        return new OdooExchange(config, calls.once(), json);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(config.url().resolve(path))
                .timeout(config.policy().requestTimeout());
    }

    HttpRequest.Builder post(String path, Map<String, Object> body) {
        return request(path)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.bytes(body)));
    }

    <T> T send(HttpRequest.Builder request, String tried, AnswerReader<T> reader) {
        return calls.call(request.build(), tried, reader);
    }

    /** The answer's JSON; a failure by its status, as JSON-2 tells it. */
    JsonValue read(HttpAnswer answer, String tried) {
        if (answer.status() != 200 || answer.html()) {
            throw refused(
                    OdooError.of(answer.status(), answer.html() ? "" : pythonName(answer.body()), answer.html()),
                    tried);
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

    SegcastException refused(OdooError error, String tried) {
        return new SegcastException(error.code(), error.sentence(tried, config));
    }

    private String pythonName(byte[] body) {
        try {
            return json.value(body).asJsonObject().getString("name", "");
        } catch (JsonException | ClassCastException e) {
            return "";
        }
    }
}
