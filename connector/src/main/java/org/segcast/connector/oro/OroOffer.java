/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.spi.CrmField;

/**
 * The fields of contacts that people may choose to be read: those that Oro's structure of the entity names and its API tells, and four of the primary address. See
 * {@link OroAttributes} for those that are never offered, and {@link OroSample} for their coverage.
 */
final class OroOffer {
    private static final OroQuery STRUCTURE = OroQuery.of("entitystructures/Oro_Bundle_ContactBundle_Entity_Contact");

    private static final Map<String, CrmField.Type> TYPES = Map.ofEntries(
            Map.entry("string", CrmField.Type.TEXT),
            Map.entry("text", CrmField.Type.TEXT),
            Map.entry("smallint", CrmField.Type.NUMBER),
            Map.entry("integer", CrmField.Type.NUMBER),
            Map.entry("bigint", CrmField.Type.NUMBER),
            Map.entry("float", CrmField.Type.NUMBER),
            Map.entry("decimal", CrmField.Type.NUMBER),
            Map.entry("money", CrmField.Type.NUMBER),
            Map.entry("percent", CrmField.Type.NUMBER),
            Map.entry("boolean", CrmField.Type.FLAG),
            Map.entry("date", CrmField.Type.DATE),
            Map.entry("datetime", CrmField.Type.DATE),
            Map.entry("enum", CrmField.Type.CHOICE));

    private record Named(String label, CrmField.Type type) {}

    private final OroClient client;
    private final OroConfig config;

    OroOffer(OroClient client, OroConfig config) {
        this.client = client;
        this.config = config;
    }

    List<CrmField> fields() {
        Map<String, Named> named = named();
        OroSample sample = OroSample.of(client, config, named.keySet());
        List<CrmField> offered = new ArrayList<>();
        named.forEach((name, field) -> {
            if (sample.tells(name)) {
                offered.add(field(name, field, sample));
            }
        });
        return offered.stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private CrmField field(String name, Named field, OroSample sample) {
        boolean usual = OroAttributes.isUsual(name);
        return new CrmField(
                name,
                field.label(),
                field.type(),
                !usual,
                usual,
                OroAttributes.chosen(config.fields()).contains(name),
                sample.filled(name),
                sample.size());
    }

    private Map<String, Named> named() {
        Map<String, Named> found = new LinkedHashMap<>();
        client.get(STRUCTURE).data().stream()
                .flatMap(structure -> structure.objects("fields").stream())
                .forEach(field -> {
                    String name = field.getString("name", "");
                    type(name, field)
                            .filter(type -> OroFields.isName(name) && OroAttributes.mayBeRead(name, config.fields()))
                            .ifPresent(type -> found.put(name, new Named(label(field, name), type)));
                });
        found.put(OroAttributes.ADDRESS + "city", new Named("City", CrmField.Type.TEXT));
        found.put(OroAttributes.ADDRESS + "postalCode", new Named("Zip/postal code", CrmField.Type.TEXT));
        found.put(OroAttributes.ADDRESS + "country", new Named("Country", CrmField.Type.REFERENCE));
        found.put(OroAttributes.ADDRESS + "region", new Named("State", CrmField.Type.REFERENCE));
        return found;
    }

    /** References are read by id, which tells something only of those that are usual. */
    private static Optional<CrmField.Type> type(String name, JsonObject field) {
        String type = field.getString("type", "");
        return type.equals("ref-one") && OroAttributes.isUsual(name)
                ? Optional.of(CrmField.Type.REFERENCE)
                : Optional.ofNullable(TYPES.get(type));
    }

    private static String label(JsonObject field, String name) {
        return Optional.of(field.getString("label", ""))
                .filter(label -> !label.isBlank())
                .orElse(name);
    }
}
