/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A database of our own on the real Odoo: filled by the script, read and changed over its API with none of the adapter's code. */
public final class OdooScratch {
    public static final String EMPTY = "crm_empty";
    public static final String WITHOUT_SALES = "contacts_only";
    private static final Map<String, Object> ARCHIVED_TOO = Map.of("active_test", false);

    private final String version;
    private final String name;
    private final Map<String, String> settings;
    private final OdooCalls calls;

    private OdooScratch(String version, String name, Map<String, String> settings) {
        this.version = version;
        this.name = name;
        this.settings = Map.copyOf(settings);
        this.calls = new OdooCalls(version, settings);
    }

    static OdooScratch of(String name, String template) {
        return of(OdooServer.NEWEST, name, template);
    }

    static OdooScratch of(String version, String name, String template) {
        return new OdooScratch(version, name, OdooServer.reset(version, name, template));
    }

    public static OdooScratch synthetic(String name, int partners, int orders, int lines) {
        return new OdooScratch(OdooServer.NEWEST, name, OdooServer.synthetic(name, partners, orders, lines));
    }

    OdooScratch load(Path folder) {
        OdooServer.load(version, name, folder);
        return this;
    }

    /** As environment variables for Segcast. */
    public Map<String, String> settings() {
        return settings;
    }

    String key() {
        return settings.get("SEGCAST_ODOO_API_KEY");
    }

    public String sql(String statement) {
        return OdooServer.sql(version, name, statement).strip();
    }

    boolean isOldest() {
        return calls.oldest();
    }

    JsonValue call(String model, String method, Map<String, Object> arguments) {
        return calls.call(model, method, arguments);
    }

    int create(String model, Map<String, Object> values) {
        return call(model, "create", Map.of("vals_list", List.of(values)))
                .asJsonArray()
                .getInt(0);
    }

    void write(String model, int id, Map<String, Object> values) {
        call(model, "write", Map.of("ids", List.of(id), "vals", values));
    }

    private List<JsonObject> read(String model, List<Object> domain, String... fields) {
        return call(
                        model,
                        "search_read",
                        Map.of("domain", domain, "fields", List.of(fields), "order", "id", "context", ARCHIVED_TOO))
                .asJsonArray()
                .getValuesAs(JsonObject.class);
    }

    /** The one record that a condition finds. */
    int only(String model, List<Object> domain) {
        List<JsonObject> found = read(model, domain, "id");
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " records of " + model + ", expected one");
        }
        return found.get(0).getInt("id");
    }

    String nameOf(String model, int id) {
        return read(model, List.of(List.of("id", "=", id)), "name").get(0).getString("name");
    }

    /** The id behind an external id. */
    int reference(String module, String external) {
        Map<String, Object> arguments = Map.of("module", module, "xml_id", external, "context", ARCHIVED_TOO);
        return call("ir.model.data", "check_object_reference", arguments)
                .asJsonArray()
                .getInt(1);
    }

    /** Installs a module into this database alone, which takes seconds. */
    void install(String module) {
        int id = only("ir.module.module", List.of(List.of("name", "=", module)));
        call("ir.module.module", "button_immediate_install", Map.of("ids", List.of(id)));
    }

    /** A currency, made active. */
    int currency(String code) {
        int currency = only("res.currency", List.of(List.of("name", "=", code)));
        write("res.currency", currency, Map.of("active", true));
        return currency;
    }

    int journalOf(int move) {
        return read("account.move", List.of(List.of("id", "=", move)), "journal_id")
                .get(0)
                .getJsonArray("journal_id")
                .getInt(0);
    }

    /** Merges one contact into another as people do in Odoo. */
    void merge(int from, int into) {
        int wizard = create(
                "base.partner.merge.automatic.wizard",
                Map.of(
                        "state",
                        "selection",
                        "partner_ids",
                        List.of(List.of(6, 0, List.of(from, into))),
                        "dst_partner_id",
                        into));
        call("base.partner.merge.automatic.wizard", "action_merge", Map.of("ids", List.of(wizard)));
    }

    /** Waits for Odoo's next whole second: what is written from now on is stamped at or after it, all before it earlier. */
    Instant nextSecond() {
        String second = sql(
                "with pause as (select pg_sleep(1 - extract(epoch from clock_timestamp())::numeric % 1) as nothing)"
                        + " select floor(extract(epoch from clock_timestamp()))::bigint from pause where nothing is not null");
        return Instant.ofEpochSecond(Long.parseLong(second));
    }

    /** A tag of the admin's own, on these contacts. */
    int tag(String tagName, Set<Integer> partners) {
        List<Object> members =
                partners.stream().<Object>map(id -> List.of(4, id)).toList();
        return create("res.partner.category", Map.of("name", tagName, "partner_ids", members));
    }

    Set<Integer> taggedWith(int tag) {
        return numbers(read("res.partner.category", List.of(List.of("id", "=", tag)), "partner_ids")
                .get(0)
                .getJsonArray("partner_ids"));
    }

    /** Ids of the tags that Segcast owns, by its own keys. */
    Map<String, Integer> ownTags() {
        Map<String, Integer> found = new TreeMap<>();
        List<Object> domain = List.of(List.of("module", "=", "segcast"), List.of("model", "=", "res.partner.category"));
        for (JsonObject row : read("ir.model.data", domain, "name", "res_id")) {
            if (row.getString("name").startsWith("tag_")) {
                found.put(row.getString("name").substring(4), row.getInt("res_id"));
            }
        }
        return found;
    }

    /** Tags below the one that holds ours that no external id of ours owns: made twice, or by others. */
    int strayTags() {
        return Integer.parseInt(sql("select count(*) from res_partner_category where parent_id ="
                + " (select res_id from ir_model_data where module = 'segcast' and name = 'tags') and id not in"
                + " (select res_id from ir_model_data where module = 'segcast' and model = 'res.partner.category')"));
    }

    /** What a sales rep would see: who holds which of our tags, and each score with segment and reason. */
    record Marks(Map<String, Set<Integer>> tags, Map<Integer, String> scores) {
        Marks withMembers() {
            Map<String, Set<Integer>> held = new TreeMap<>(tags);
            held.values().removeIf(Set::isEmpty);
            return new Marks(held, scores);
        }

        Set<Integer> everybody() {
            Set<Integer> all = new TreeSet<>(scores.keySet());
            tags.values().forEach(all::addAll);
            return all;
        }
    }

    Marks marks() {
        Map<String, Set<Integer>> tags = new TreeMap<>();
        ownTags().forEach((key, id) -> tags.put(key, taggedWith(id)));
        Map<Integer, String> scores = new TreeMap<>();
        if (!read("ir.model.fields", List.of(List.of("name", "=", "x_segcast_score")), "id")
                .isEmpty()) {
            read(
                            "res.partner",
                            List.of(List.of("x_segcast_segment", "!=", false)),
                            "x_segcast_segment",
                            "x_segcast_score",
                            "x_segcast_reason")
                    .forEach(row -> scores.put(row.getInt("id"), score(row)));
        }
        return new Marks(tags, scores);
    }

    private static String score(JsonObject row) {
        return row.getString("x_segcast_segment") + " " + row.getJsonNumber("x_segcast_score") + " "
                + row.getString("x_segcast_reason");
    }

    /** Changes with every write to contacts, tags or what we make in Odoo, even a write of the same values. */
    String stamp() {
        return sql("select " + stamp("res_partner", "id") + ", " + stamp("res_partner_category", "id") + ", "
                + stamp("res_partner_res_partner_category_rel", "partner_id, category_id") + ", "
                + stamp("ir_model_data", "id") + ", " + stamp("ir_model_fields", "id") + ", "
                + stamp("ir_ui_view", "id"));
    }

    private static String stamp(String table, String key) {
        return "(select count(*) || ' ' || md5(string_agg(t.xmin::text, ' ' order by " + key + ")) from " + table
                + " t)";
    }

    /** Contacts' numbers in Odoo, by a condition on {@code res_partner}. */
    Set<Integer> partners(String condition) {
        Set<Integer> found = new TreeSet<>();
        sql("select id from res_partner where " + condition).lines().forEach(id -> found.add(Integer.valueOf(id)));
        return found;
    }

    private static Set<Integer> numbers(JsonArray array) {
        return new TreeSet<>(array.getValuesAs(JsonNumber::intValue));
    }
}
