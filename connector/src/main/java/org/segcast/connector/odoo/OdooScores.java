/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.segcast.connector.spi.MarkSink;
import org.segcast.connector.spi.ScoreMark;

/**
 * Score, segment and reason on the partner, in three manual fields that need no addon. Their technical names are their identity: Odoo lets nobody
 * rename them. A number field has no empty value in Odoo, so a partner holds a score where segment or reason is filled.
 */
final class OdooScores {
    static final String SCORE = "x_segcast_score";
    static final String SEGMENT = "x_segcast_segment";
    static final String REASON = "x_segcast_reason";
    static final List<String> FIELDS = List.of(SCORE, SEGMENT, REASON);
    /** Those that have an empty value. */
    static final List<String> WORDS = List.of(SEGMENT, REASON);

    private static final String FORMER_LABEL = "Chance to reorder (%)";
    private static final String LABEL = "Score (percentile)";
    private static final String OVERWRITTEN = "Written by Segcast; overwritten by its next push.";
    private static final String HELP =
            "More likely to order again than this many of 100 customers; the chance itself is told with the reason. "
                    + OVERWRITTEN;
    private static final int PAGE = 10_000;

    private final OdooClient client;

    OdooScores(OdooClient client) {
        this.client = client;
    }

    boolean fieldsExist() {
        return existing().containsAll(FIELDS);
    }

    Set<String> existing() {
        return labels().keySet();
    }

    private Map<String, String> labels() {
        Map<String, Object> arguments =
                Map.of("allfields", FIELDS, "attributes", List.of("string"), "context", Map.of("lang", "en_US"));
        Map<String, String> labels = new TreeMap<>();
        client.call("res.partner", "fields_get", arguments)
                .asJsonObject()
                .forEach((field, told) -> labels.put(field, told.asJsonObject().getString("string", "")));
        return labels;
    }

    /** Makes the fields where they are missing. Needs administration rights. Odoo reloads its models for it, which takes a second or two. */
    void prepareFields() {
        Map<String, String> labels = labels();
        if (!labels.keySet().containsAll(FIELDS)) {
            createFields();
        } else if (FORMER_LABEL.equals(labels.get(SCORE))) {
            relabel();
        }
    }

    private void createFields() {
        List<String> columns = List.of("id", "model_id/id", "name", "field_description", "ttype", "state", "help");
        OdooLoad.create(
                client,
                "ir.model.fields",
                columns,
                List.of(
                        field("score", SCORE, LABEL, "float", HELP),
                        field("segment", SEGMENT, "Segment (Segcast)", "char", OVERWRITTEN),
                        field("reason", REASON, "Why (Segcast)", "char", OVERWRITTEN)));
    }

    /** The score was a chance in percent before it became a percentile. A label that people gave the field stays. */
    private void relabel() {
        OdooDomain ours = OdooDomain.all().and("model", "=", "res.partner").and("name", "=", SCORE);
        List<Integer> ids = client.ids("ir.model.fields", "search", Map.of("domain", ours.terms()));
        client.call(
                "ir.model.fields",
                "write",
                Map.of(
                        "ids", ids,
                        "vals", Map.of("field_description", LABEL, "help", HELP),
                        "context", Map.of("lang", "en_US")));
    }

    private static List<String> field(String mark, String name, String label, String type, String help) {
        return List.of(
                OdooLoad.externalId("field_" + mark), "base.model_res_partner", name, label, type, "manual", help);
    }

    void held(MarkSink sink) {
        latestChange().ifPresent(sink::upTo);
        tell(OdooScores::holders, sink);
    }

    /** Whatever is written to a partner stamps it. @return how many hold a score */
    long changed(Instant since, MarkSink sink) {
        latestChange().ifPresent(sink::upTo);
        tell(() -> OdooDomain.alsoArchived().and(OdooDomain.since("write_date", since)), sink);
        Map<String, Object> held = Map.of("domain", holders().terms());
        return client.call("res.partner", "search_count", held) instanceof JsonNumber count ? count.longValue() : -1;
    }

    private static OdooDomain holders() {
        return OdooDomain.alsoArchived()
                .andAny(List.of(OdooDomain.term(SEGMENT, "!=", false), OdooDomain.term(REASON, "!=", false)));
    }

    /** Asked before the scores, so that what changes meanwhile is asked for again. */
    private Optional<Instant> latestChange() {
        Map<String, Object> newest = Map.of(
                "domain",
                OdooDomain.alsoArchived().terms(),
                "fields",
                List.of("write_date"),
                "order",
                "write_date desc",
                "limit",
                1);
        return client.rows("res.partner", "search_read", newest).stream()
                .flatMap(row -> row.instant("write_date").stream())
                .findFirst();
    }

    private void tell(Supplier<OdooDomain> whose, MarkSink sink) {
        List<OdooRow> page;
        int last = 0;
        do {
            OdooDomain domain = whose.get().and("id", ">", last);
            page = client.rows("res.partner", "search_read", new OdooQuery(domain, FIELDS, PAGE).arguments());
            page.forEach(row -> tell(row, sink));
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
    }

    private static void tell(OdooRow row, MarkSink sink) {
        String contact = Integer.toString(row.id());
        if (row.isText(SEGMENT) || row.isText(REASON)) {
            sink.score(contact, mark(row));
        } else {
            sink.noScore(contact);
        }
    }

    /** A number that people changed beyond the scale is cut, so that the next plan differs and mends it. */
    private static ScoreMark mark(OdooRow row) {
        double percent = Math.max(0, Math.min(100, row.needNumber(SCORE).doubleValue()));
        return new ScoreMark(
                row.text(SEGMENT).orElse(""), percent, row.text(REASON).orElse(""));
    }

    /** Different values per partner in one call and one transaction; needs the right to edit contacts. */
    void write(List<Integer> partners, Map<String, ScoreMark> scores) {
        List<Map<String, Object>> values = new ArrayList<>(partners.size());
        for (Integer partner : partners) {
            ScoreMark mark = scores.get(partner.toString());
            values.add(Map.of(SCORE, mark.percent(), SEGMENT, mark.segment(), REASON, mark.reason()));
        }
        client.call(
                "res.partner",
                "web_save_multi",
                Map.of("ids", partners, "vals_list", values, "specification", Map.of(), "context", quiet()));
    }

    void clear(List<Integer> partners) {
        Map<String, Object> empty = Map.of(SCORE, 0, SEGMENT, false, REASON, false);
        client.call("res.partner", "write", Map.of("ids", partners, "vals", empty, "context", quiet()));
    }

    /** Keeps Odoo from preparing change messages for each partner's chatter. */
    private static Map<String, Object> quiet() {
        return Map.of("tracking_disable", true);
    }
}
