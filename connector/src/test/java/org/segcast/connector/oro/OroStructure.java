/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How Oro describes its entity of contacts, in the shape of its functional tests: fields of its own, fields that the API does not tell, and fields of others beside it. */
final class OroStructure {
    static final String CONTACT = "Oro_Bundle_ContactBundle_Entity_Contact";

    private final List<Map<String, Object>> fields = new ArrayList<>();

    OroStructure() {
        field("Id", "id", "integer");
        field("First name", "firstName", "string");
        field("Gender", "gender", "string");
        field("Birthday", "birthday", "date");
        field("Job Title", "jobTitle", "string");
        field("Description", "description", "text");
        field("Created At", "createdAt", "datetime");
        field("Updated At", "updatedAt", "datetime");
        field("Email", "email", "string");
        field("Times Contacted", "timesContacted", "integer");
        field("Do not email", OroSeeds.OPT_OUT, "boolean");
        field("Segment", "segcast_segment", "string");
        reference("Source", "source", "ref-one", "manyToOne", "Oro\\Bundle\\ContactBundle\\Entity\\Source");
        reference("Owner", "owner", "ref-one", "manyToOne", "Oro\\Bundle\\UserBundle\\Entity\\User");
        reference("Groups", "groups", "ref-many", "manyToMany", "Oro\\Bundle\\ContactBundle\\Entity\\Group");
        reference("Tags", "tag_field", "tag", "", "Oro\\Bundle\\TagBundle\\Entity\\Tag");
        reference(
                "Owner (Tag)",
                "Oro\\Bundle\\TagBundle\\Entity\\Tag::owner",
                "ref-one",
                "manyToOne",
                "Oro\\Bundle\\TagBundle\\Entity\\Tag");
    }

    /** As an administrator adds one under System, Entities. */
    OroStructure field(String label, String name, String type) {
        fields.add(field(label, name, type, "", null));
        return this;
    }

    OroStructure choice(String label, String name) {
        return reference(label, name, "enum", "manyToOne", "Extend\\Entity\\EV_" + name);
    }

    private OroStructure reference(String label, String name, String type, String relation, String related) {
        fields.add(field(label, name, type, relation, related));
        return this;
    }

    private static Map<String, Object> field(String label, String name, String type, String relation, Object related) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("label", label);
        told.put("name", name);
        told.put("type", type);
        told.put("relationType", relation);
        told.put("relatedEntityName", related);
        told.put("options", Map.of("configurable", true));
        return told;
    }

    Map<String, Object> document() {
        return Map.of(
                "data",
                Map.of(
                        "type",
                        "entitystructures",
                        "id",
                        CONTACT,
                        "attributes",
                        Map.of("label", "Contact", "alias", "contact", "pluralAlias", "contacts", "fields", fields)));
    }
}
