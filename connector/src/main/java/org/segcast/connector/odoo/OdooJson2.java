/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonValue;
import java.net.http.HttpRequest;
import java.util.Map;

/** Odoo 19 and later: {@code POST /json/2/<model>/<method>} with named arguments. Every call is one transaction in Odoo. */
final class OdooJson2 implements OdooTransport {
    private final OdooExchange exchange;

    OdooJson2(OdooExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public JsonValue call(String model, String method, Map<String, Object> arguments) {
        OdooConfig config = exchange.config();
        HttpRequest.Builder request = exchange.post("/json/2/" + model + "/" + method, arguments)
                .header("Authorization", config.apiKey().bearer())
                .header("X-Odoo-Database", config.database());
        String tried = "to call " + method + " of " + model;
        return exchange.send(request, tried, answer -> exchange.read(answer, tried));
    }
}
