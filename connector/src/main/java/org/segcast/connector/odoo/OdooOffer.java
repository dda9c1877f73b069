/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.segcast.connector.spi.CrmField;

/**
 * The fields of partners that people may choose to be read, with how many contacts have a value in them.
 *
 * <p>Never offered: what every contact has anyway, what we write ourselves, tags (they hold ours), what follows from orders and would give away the answer to a model, and
 * what Odoo keeps for its own machinery. Which of the others tell of things that the law protects is for the admin to know.
 */
final class OdooOffer {
    private static final Map<String, CrmField.Type> TYPES = Map.ofEntries(
            Map.entry("char", CrmField.Type.TEXT),
            Map.entry("text", CrmField.Type.TEXT),
            Map.entry("html", CrmField.Type.TEXT),
            Map.entry("selection", CrmField.Type.CHOICE),
            Map.entry("boolean", CrmField.Type.FLAG),
            Map.entry("integer", CrmField.Type.NUMBER),
            Map.entry("float", CrmField.Type.NUMBER),
            Map.entry("monetary", CrmField.Type.NUMBER),
            Map.entry("date", CrmField.Type.DATE),
            Map.entry("datetime", CrmField.Type.DATE),
            Map.entry("many2one", CrmField.Type.REFERENCE),
            Map.entry("many2many", CrmField.Type.REFERENCE));

    private static final Set<String> ALWAYS_READ =
            Set.of("id", "name", "email", "phone", "mobile", "active", "commercial_company_name", "write_date");
    private static final Set<String> KEPT_OUT = Set.of(
            "category_id",
            "customer_rank",
            "supplier_rank",
            "complete_name",
            "display_name",
            "email_normalized",
            "phone_sanitized",
            "commercial_partner_id",
            "parent_id",
            "partner_share",
            "create_uid",
            "write_uid",
            "color",
            "calendar_last_notif_ack",
            "channel_ids",
            "meeting_ids");
    private static final List<String> MACHINERY =
            List.of("x_segcast_", "message_", "activity_", "signup_", "my_", "property_account_", "website_message_");

    private final OdooClient client;
    private final OdooScope scope;
    private final OdooReading reading;

    OdooOffer(OdooClient client, OdooScope scope, OdooReading reading) {
        this.client = client;
        this.scope = scope;
        this.reading = reading;
    }

    static boolean mayBeRead(String name, String type) {
        return TYPES.containsKey(type)
                && !ALWAYS_READ.contains(name)
                && !KEPT_OUT.contains(name)
                && MACHINERY.stream().noneMatch(name::startsWith);
    }

    /** One call for the fields, one that counts all but lists of references, and one for each of these. */
    List<CrmField> fields() {
        Map<String, Object> arguments = Map.of("attributes", List.of("type", "string", "store", "manual"));
        Map<String, JsonObject> offered = new HashMap<>();
        client.call("res.partner", "fields_get", arguments).asJsonObject().forEach((name, told) -> {
            JsonObject field = told.asJsonObject();
            if (mayBeRead(name, field.getString("type")) && field.getBoolean("store", false)) {
                offered.put(name, field);
            }
        });
        Map<String, Long> filled = filled(offered);
        return offered.keySet().stream()
                .sorted()
                .map(name -> field(name, offered.get(name), filled))
                .toList();
    }

    private CrmField field(String name, JsonObject told, Map<String, Long> filled) {
        boolean custom = told.getBoolean("manual", false) || name.startsWith("x_");
        long total = filled.get("__count");
        return new CrmField(
                name,
                told.getString("string", name),
                TYPES.get(told.getString("type")),
                custom,
                OdooAttributes.isUsual(name),
                OdooAttributes.chosen(reading).contains(name),
                Math.min(total, filled.getOrDefault(name, 0L)),
                total);
    }

    private Map<String, Long> filled(Map<String, JsonObject> offered) {
        Set<String> lists = new HashSet<>();
        List<String> counted = new ArrayList<>();
        offered.forEach((name, told) -> {
            if (told.getString("type").equals("many2many")) {
                lists.add(name);
            } else {
                counted.add(name + ":count");
            }
        });
        Map<String, Long> filled = new HashMap<>();
        grouped(counted).forEach((name, count) -> {
            if (count instanceof JsonNumber number) {
                filled.put(name.replaceFirst(":count$", ""), number.longValue());
            }
        });
        lists.forEach(name -> filled.put(name, count(name)));
        return filled;
    }

    /** The number of contacts comes along, as {@code __count}. */
    private JsonObject grouped(List<String> counted) {
        List<String> aggregates = new ArrayList<>(counted);
        aggregates.add("__count");
        Map<String, Object> arguments =
                Map.of("domain", scope.contacts().terms(), "groupby", List.of(), "aggregates", aggregates);
        return client.call("res.partner", "formatted_read_group", arguments)
                .asJsonArray()
                .getJsonObject(0);
    }

    private long count(String field) {
        OdooDomain domain = scope.contacts().and(field, "!=", false);
        return ((JsonNumber) client.call("res.partner", "search_count", Map.of("domain", domain.terms()))).longValue();
    }
}
