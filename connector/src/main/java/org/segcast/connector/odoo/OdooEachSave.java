/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Different values for each record, for versions that have no {@code web_save_multi} (it came with 19). Field by field, one write for all records
 * that get the same value; what few records share goes in one call as update commands through our own tag, which changes no tag.
 *
 * <p>Measured on Odoo 14 with 8,000 contacts and three fields: 725 contacts/s field by field, 100 to 300 through commands, 130 with the import method,
 * 26 with a write for each. Several calls, so several transactions: a failure leaves some of the values written, and repeating it is safe.
 */
final class OdooEachSave {
    private static final int WORTH_A_CALL = 8;
    private static final int COMMANDS_PER_CALL = 500;
    private static final int UPDATE = 1;

    private final OdooJsonRpc rpc;

    OdooEachSave(OdooJsonRpc rpc) {
        this.rpc = rpc;
    }

    /** @param arguments of {@code web_save_multi} */
    JsonValue save(String model, Map<String, Object> arguments) {
        List<?> ids = (List<?>) arguments.get("ids");
        List<?> values = (List<?>) arguments.get("vals_list");
        Object context = arguments.getOrDefault("context", Map.of());
        Map<String, Map<Object, List<Object>>> byField = byField(ids, values);
        Map<Object, Map<String, Object>> rest = new LinkedHashMap<>();
        byField.forEach((field, byValue) -> byValue.forEach((value, holders) -> {
            if (holders.size() >= WORTH_A_CALL) {
                write(model, holders, Map.of(field, value), context);
            } else {
                holders.forEach(
                        id -> rest.computeIfAbsent(id, each -> new HashMap<>()).put(field, value));
            }
        }));
        writeRest(model, rest, context);
        return JsonValue.EMPTY_JSON_ARRAY;
    }

    private static Map<String, Map<Object, List<Object>>> byField(List<?> ids, List<?> values) {
        Map<String, Map<Object, List<Object>>> byField = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            Object id = ids.get(i);
            ((Map<?, ?>) values.get(i))
                    .forEach((field, value) -> byField.computeIfAbsent(field.toString(), each -> new LinkedHashMap<>())
                            .computeIfAbsent(value, each -> new ArrayList<>())
                            .add(id));
        }
        return byField;
    }

    private void writeRest(String model, Map<Object, Map<String, Object>> rest, Object context) {
        if (rest.isEmpty()) {
            return;
        }
        Optional<Object> tag = ourTag();
        if (tag.isEmpty()) {
            rest.forEach((id, values) -> write(model, List.of(id), values, context));
            return;
        }
        List<Object> commands = new ArrayList<>();
        rest.forEach((id, values) -> commands.add(List.of(UPDATE, id, values)));
        for (int from = 0; from < commands.size(); from += COMMANDS_PER_CALL) {
            List<Object> some = commands.subList(from, Math.min(from + COMMANDS_PER_CALL, commands.size()));
            write(OdooTags.MODEL, List.of(tag.get()), Map.of("partner_ids", some), context);
        }
    }

    private Optional<Object> ourTag() {
        try {
            JsonArray reference = rpc.call(
                            "ir.model.data", "check_object_reference", List.of(OdooLoad.MODULE, "tags"), Map.of())
                    .asJsonArray();
            return Optional.of(reference.getInt(1));
        } catch (SegcastException e) {
            if (e.code() == ErrorCode.REQUEST_REFUSED || e.code() == ErrorCode.RIGHTS_MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void write(String model, List<Object> ids, Map<String, Object> values, Object context) {
        rpc.call(model, "write", Map.of("ids", ids, "vals", values, "context", context));
    }
}
