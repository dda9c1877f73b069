/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpCalls;
import org.segcast.connector.http.JsonBytes;
import org.segcast.connector.http.PageSizing;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Calls methods of Odoo's models, as Odoo 19 names them; the server's version, asked for once, decides how they get there. Every call is one
 * transaction in Odoo, but for what {@link OdooEachSave} says.
 */
final class OdooClient {
    private final OdooExchange exchange;
    private long greeted;
    private Optional<OdooVersion> version = Optional.empty();
    private Optional<OdooTransport> transport = Optional.empty();

    OdooClient(OdooConfig config, CallGuard guard) {
        this(new OdooExchange(config, new HttpCalls(config.words(), guard), new JsonBytes()));
    }

    private OdooClient(OdooExchange exchange) {
        this.exchange = exchange;
    }

    /** The same connection without second attempts, begun anew: for a person who waits for the answer. */
    OdooClient once() {
        return new OdooClient(exchange.once());
    }

    synchronized OdooVersion version() {
        if (version.isEmpty()) {
            version = Optional.of(new OdooGreeting(exchange).version());
            greeted = exchange.calls().sent();
        }
        return version.get();
    }

    private synchronized OdooTransport transport() {
        if (transport.isEmpty()) {
            transport = Optional.of(
                    version().json2()
                            ? new OdooJson2(exchange)
                            : new OdooBefore19(new OdooJsonRpc(exchange, version()), version()));
        }
        return transport.get();
    }

    JsonValue call(String model, String method, Map<String, Object> arguments) {
        return transport().call(model, method, arguments);
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

    /** Requests so far, repeated ones too, beside those that found out the version. */
    synchronized long sent() {
        return exchange.calls().sent() - greeted;
    }

    /** The server's clock; its first answer is waited for. */
    Optional<Instant> clock() {
        version();
        return exchange.calls().date();
    }

    PageSizing pages() {
        return exchange.calls().pages();
    }

    boolean may(String model, String operation) {
        return JsonValue.TRUE.equals(call(model, "has_access", Map.of("operation", operation)));
    }
}
