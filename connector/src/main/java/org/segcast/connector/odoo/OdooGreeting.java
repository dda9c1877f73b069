/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** Finds out which Odoo answers, if any. Needs neither database nor login. */
final class OdooGreeting {
    private final OdooExchange exchange;

    OdooGreeting(OdooExchange exchange) {
        this.exchange = exchange;
    }

    /** @throws SegcastException NOT_THIS_CRM where it is no Odoo or one that is too old */
    OdooVersion version() {
        OdooVersion version = told();
        if (!version.known()) {
            throw new SegcastException(
                    ErrorCode.NOT_THIS_CRM,
                    "what answers at " + exchange.config().url()
                            + " is no Odoo: check the address, the port, and whether it must be https");
        }
        if (version.major() < OdooVersion.OLDEST) {
            throw new SegcastException(
                    ErrorCode.NOT_THIS_CRM,
                    "Odoo " + version.text() + " answers at "
                            + exchange.config().url() + ", but Segcast needs Odoo " + OdooVersion.OLDEST
                            + " or later, the first with API keys");
        }
        return version;
    }

    private OdooVersion told() {
        try {
            String tried = "to ask for the version";
            JsonValue answer =
                    exchange.send(exchange.request("/web/version").GET(), tried, found -> exchange.read(found, tried));
            return text(answer, "version");
        } catch (SegcastException e) {
            if (isTrouble(e)) {
                throw e;
            }
            return toldBefore19();
        }
    }

    private OdooVersion toldBefore19() {
        try {
            String tried = "to ask for the version as before Odoo 19";
            JsonValue answer = exchange.send(
                    exchange.post("/web/webclient/version_info", Map.of("jsonrpc", "2.0", "params", Map.of())),
                    tried,
                    found -> exchange.read(found, tried));
            return text(answer instanceof JsonObject envelope ? envelope.get("result") : answer, "server_version");
        } catch (SegcastException e) {
            if (isTrouble(e)) {
                throw e;
            }
            return new OdooVersion("");
        }
    }

    /** No answer in HTTP (such a failure has a cause), or one that time mends: another question would fare no better. */
    private static boolean isTrouble(SegcastException e) {
        return e.getCause() != null || e.kind() == SegcastException.Kind.TRANSIENT;
    }

    private static OdooVersion text(JsonValue answer, String field) {
        return new OdooVersion(
                answer instanceof JsonObject found && found.get(field) instanceof JsonString text
                        ? text.getString()
                        : "");
    }
}
