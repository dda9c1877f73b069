/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * The fields of partners that reading depends on, as this Odoo describes them to the key's user; asked for in one call. One that is missing was removed, belongs to another
 * version or is closed to the user.
 */
final class OdooPartnerFields {
    /**
     * @param relation the model that a reference points to; empty text for other types
     * @param labels of a selection's values
     */
    record Field(String name, String type, String relation, Map<String, String> labels) {}

    /** What versions before 19 keep apart from {@code phone}. */
    static final String MOBILE = "mobile";

    private final OdooClient client;
    private final OdooReading reading;
    private Optional<Map<String, Field>> known = Optional.empty();

    OdooPartnerFields(OdooClient client, OdooReading reading) {
        this.client = client;
        this.reading = reading;
    }

    synchronized void forget() {
        known = Optional.empty();
    }

    boolean has(String name) {
        return field(name).isPresent();
    }

    synchronized Optional<Field> field(String name) {
        if (known.isEmpty()) {
            known = Optional.of(read());
        }
        return Optional.ofNullable(known.orElseThrow().get(name));
    }

    /** The field for objections, where the settings name one: an objection must not be passed over because of a typing error. */
    Optional<String> noProfiling() {
        reading.noProfilingField().filter(name -> !isFlag(name)).ifPresent(name -> {
            throw new SegcastException(
                    ErrorCode.SETTINGS_INVALID,
                    "segcast.odoo.no-profiling-field names '" + name
                            + "', but contacts of this Odoo have no yes-or-no field of that name that the API key's user may read: correct or remove the setting");
        });
        return reading.noProfilingField();
    }

    private boolean isFlag(String name) {
        return field(name).filter(found -> found.type().equals("boolean")).isPresent();
    }

    private Map<String, Field> read() {
        Set<String> wanted = new LinkedHashSet<>(OdooAttributes.chosen(reading));
        wanted.add(OdooScores.SEGMENT);
        wanted.add(MOBILE);
        reading.noProfilingField().ifPresent(wanted::add);
        Map<String, Object> arguments =
                Map.of("allfields", List.copyOf(wanted), "attributes", List.of("type", "relation", "selection"));
        Map<String, Field> found = new HashMap<>();
        client.call("res.partner", "fields_get", arguments)
                .asJsonObject()
                .forEach((name, field) -> found.put(name, field(name, field.asJsonObject())));
        return found;
    }

    private static Field field(String name, JsonObject told) {
        return new Field(name, told.getString("type"), told.getString("relation", ""), labels(told.get("selection")));
    }

    private static Map<String, String> labels(JsonValue selection) {
        Map<String, String> labels = new HashMap<>();
        if (selection instanceof JsonArray pairs) {
            for (JsonValue pair : pairs) {
                if (pair.asJsonArray().get(0) instanceof JsonString value) {
                    labels.put(value.getString(), pair.asJsonArray().getString(1));
                }
            }
        }
        return labels;
    }
}
