/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.segcast.connector.spi.ScoreMark;

/**
 * Score, segment and reason on the partner, in three manual fields that need no addon. Their technical names are their identity: Odoo lets nobody
 * rename them. A number field has no empty value in Odoo, so a partner holds a score where segment or reason is filled.
 */
final class OdooScores {
    static final String SCORE = "x_segcast_score";
    static final String SEGMENT = "x_segcast_segment";
    static final String REASON = "x_segcast_reason";
    private static final List<String> FIELDS = List.of(SCORE, SEGMENT, REASON);
    private static final int PAGE = 10_000;

    private final OdooClient client;

    OdooScores(OdooClient client) {
        this.client = client;
    }

    boolean fieldsExist() {
        Map<String, Object> arguments = Map.of("allfields", FIELDS, "attributes", List.of("type"));
        return client.call("res.partner", "fields_get", arguments)
                .asJsonObject()
                .keySet()
                .containsAll(FIELDS);
    }

    /** Needs administration rights. Odoo reloads its models for it, which takes a second or two. */
    void createFields() {
        List<String> columns = List.of("id", "model_id/id", "name", "field_description", "ttype", "state", "help");
        OdooLoad.create(
                client,
                "ir.model.fields",
                columns,
                List.of(
                        field("score", SCORE, "Chance to reorder (%)", "float"),
                        field("segment", SEGMENT, "Segment (Segcast)", "char"),
                        field("reason", REASON, "Why (Segcast)", "char")));
    }

    private static List<String> field(String mark, String name, String label, String type) {
        String help = "Written by Segcast; overwritten by its next run.";
        return List.of(
                OdooLoad.externalId("field_" + mark), "base.model_res_partner", name, label, type, "manual", help);
    }

    Map<String, ScoreMark> held() {
        Map<String, ScoreMark> held = new HashMap<>();
        List<OdooRow> page;
        int last = 0;
        do {
            OdooDomain domain = OdooDomain.alsoArchived()
                    .and("id", ">", last)
                    .andAny(List.of(OdooDomain.term(SEGMENT, "!=", false), OdooDomain.term(REASON, "!=", false)));
            page = client.rows("res.partner", "search_read", new OdooQuery(domain, FIELDS, PAGE).arguments());
            page.forEach(row -> held.put(Integer.toString(row.id()), mark(row)));
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
        return held;
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
