/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says to an Odoo of 14 to 18 what callers say to 19: the methods that came later, were called otherwise or answered otherwise. */
final class OdooBefore19 implements OdooTransport {
    private static final Set<String> OF_READ = Set.of("fields", "load", "context");

    private final OdooJsonRpc rpc;
    private final OdooVersion version;
    private final OdooEachSave eachSave;

    OdooBefore19(OdooJsonRpc rpc, OdooVersion version) {
        this.rpc = rpc;
        this.version = version;
        this.eachSave = new OdooEachSave(rpc);
    }

    @Override
    public JsonValue call(String model, String method, Map<String, Object> asked) {
        Map<String, Object> arguments = withoutNegatedPaths(model, asked);
        return switch (method) {
            case "search_read" ->
                arguments.containsKey("load") && !version.readsBareIds()
                        ? searchThenRead(model, arguments)
                        : rpc.call(model, method, arguments);
            case "has_access" ->
                rpc.call(
                        model,
                        "check_access_rights",
                        Map.of("operation", arguments.get("operation"), "raise_exception", false));
            case "has_group" ->
                rpc.call(model, method, version.groupsOfRecord() ? arguments : without(arguments, "ids"));
            case "context_get" -> withUser(rpc.call(model, method, arguments).asJsonObject());
            case "get_metadata" -> externalIds(rpc.call(model, "get_external_id", arguments));
            case "formatted_read_group" -> rpc.call(model, "read_group", grouped(arguments));
            case "web_save_multi" -> eachSave.save(model, arguments);
            default -> rpc.call(model, method, arguments);
        };
    }

    /**
     * These versions take "no record behind this path is so" for "one is otherwise", which leaves out whatever has none behind it. So they are asked first for
     * which records one is so.
     */
    private Map<String, Object> withoutNegatedPaths(String model, Map<String, Object> arguments) {
        if (!(arguments.get("domain") instanceof List<?> domain) || !domain.contains(OdooDomain.NOT)) {
            return arguments;
        }
        List<Object> terms = new ArrayList<>();
        for (Iterator<?> each = domain.iterator(); each.hasNext(); ) {
            Object term = each.next();
            terms.add(OdooDomain.NOT.equals(term) ? allBut(model, each.next()) : term);
        }
        Map<String, Object> others = new HashMap<>(arguments);
        others.put("domain", terms);
        return others;
    }

    private List<Object> allBut(String model, Object term) {
        JsonArray found = rpc.call(
                        model, "search", Map.of("domain", List.of(term), "context", Map.of("active_test", false)))
                .asJsonArray();
        return OdooDomain.term("id", "not in", found);
    }

    /** Two calls, yet quicker than one that computes the display names of all references (5,000 orders on Odoo 14: 0.25 s against 0.38 s). */
    private JsonValue searchThenRead(String model, Map<String, Object> arguments) {
        Map<String, Object> search = new HashMap<>(arguments);
        search.keySet().removeAll(Set.of("fields", "load"));
        JsonArray found = rpc.call(model, "search", search).asJsonArray();
        if (found.isEmpty()) {
            return found;
        }
        Map<String, Object> read = new HashMap<>(arguments);
        read.keySet().retainAll(OF_READ);
        read.put("ids", found);
        return rpc.call(model, "read", read);
    }

    /** Its answer names an aggregate by the field alone. */
    private static Map<String, Object> grouped(Map<String, Object> arguments) {
        Map<String, Object> older = without(arguments, "aggregates");
        older.put("lazy", false);
        if (arguments.get("aggregates") instanceof List<?> aggregates) {
            older.put(
                    "fields",
                    aggregates.stream().filter(name -> !"__count".equals(name)).toList());
        }
        return older;
    }

    private static Map<String, Object> without(Map<String, Object> arguments, String name) {
        Map<String, Object> others = new HashMap<>(arguments);
        others.remove(name);
        return others;
    }

    /** Told since 16 only. */
    private JsonValue withUser(JsonObject context) {
        JsonObjectBuilder whole = Json.createObjectBuilder(context);
        return whole.add("uid", rpc.uid()).build();
    }

    /** Before 17 {@code get_metadata} tells the external id of one record alone, however many are asked for. So of each record the first that it was given. */
    private static JsonValue externalIds(JsonValue byRecord) {
        JsonArrayBuilder records = Json.createArrayBuilder();
        byRecord.asJsonObject().forEach((id, name) -> {
            JsonArrayBuilder names = Json.createArrayBuilder();
            if (!((JsonString) name).getString().isEmpty()) {
                names.add(Json.createObjectBuilder().add("xmlid", name));
            }
            records.add(
                    Json.createObjectBuilder().add("id", Integer.parseInt(id)).add("xmlids", names));
        });
        return records.build();
    }
}
