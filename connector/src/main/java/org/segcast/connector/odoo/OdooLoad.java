/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Creates records together with their external ids ({@code ir.model.data}, module {@code segcast}) through Odoo's own import method, in one
 * transaction: a record of ours is never there without its mark. Needs no right on {@code ir.model.data}. Repeating it after a lost answer finds
 * the external id and makes nothing twice; an external id whose record was deleted is made good.
 */
final class OdooLoad {
    static final String MODULE = "segcast";

    private OdooLoad() {}

    /** @param rows text in the order of {@code fields}, the first of which is {@code id}, the external id */
    static void create(OdooClient client, String model, List<String> fields, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, Object> arguments =
                Map.of("fields", fields, "data", rows, "context", Map.of("lang", "en_US", "tracking_disable", true));
        JsonObject answer = client.call(model, "load", arguments).asJsonObject();
        if (JsonValue.FALSE.equals(answer.get("ids"))) {
            throw refused(client, model, rows.get(0).get(0));
        }
    }

    /** The import method answers success and a message in the user's language, whatever went wrong. */
    private static SegcastException refused(OdooClient client, String model, String first) {
        boolean denied = !client.may(model, "create");
        return new SegcastException(
                denied ? ErrorCode.RIGHTS_MISSING : ErrorCode.REQUEST_REFUSED,
                "Segcast tried to create " + first + " in " + model + ": "
                        + (denied
                                ? "the API key's user has no right to; give it the right or use an administrator's key once"
                                : "Odoo refused the record; its own log says more"));
    }

    static String externalId(String name) {
        return MODULE + "." + name;
    }
}
