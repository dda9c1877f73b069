/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.odoo.FakeOdoo.Answer;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.ListedChanges;
import org.segcast.connector.spi.ListedChanges.TagChange;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.RejectedRecord;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.spi.TagDefinition;

class OdooPushTest {
    private static final ScoreMark SCORE = new ScoreMark("Champions", 50, "why");
    private static final Answer FIELDS =
            Answer.json("{\"x_segcast_score\":{},\"x_segcast_segment\":{},\"x_segcast_reason\":{}}");
    private static final Answer DONE = Answer.json("true");
    private static final Answer REFUSED = Answer.error(422, "odoo.exceptions.ValidationError");

    private final FakeOdoo odoo = new FakeOdoo();
    private final OdooCrm crm = new OdooCrm(odoo.config(), Runnable::run, FakeOdoo.guard(odoo.config()));

    @AfterEach
    void close() {
        odoo.close();
    }

    private PushReceipt push(String... contacts) {
        Map<String, ScoreMark> scores = new java.util.HashMap<>();
        for (String contact : contacts) {
            scores.put(contact, SCORE);
        }
        return crm.push(new ListedChanges(List.of(), scores, Set.of()), ProgressListener.SILENT);
    }

    private static List<String> ids(PushReceipt receipt) {
        return receipt.rejected().stream().map(RejectedRecord::id).toList();
    }

    @Test
    void those_deleted_meanwhile_are_left_out_and_the_rest_is_sent_again() {
        odoo.on("res.partner/fields_get", FIELDS)
                .on("res.partner/web_save_multi", Answer.error(404, "odoo.exceptions.MissingError"), Answer.json("[]"))
                .on("res.partner/search", Answer.json("[1,3]"));
        PushReceipt receipt = push("1", "2", "3", "nobody");
        assertEquals(2, receipt.written());
        assertEquals(List.of("nobody", "2"), ids(receipt));
        assertEquals(4, receipt.calls());
    }

    @Test
    void one_refused_contact_is_found_by_halving() {
        odoo.on("res.partner/fields_get", FIELDS)
                .on("res.partner/web_save_multi", REFUSED, REFUSED, REFUSED, DONE, DONE);
        PushReceipt receipt = push("1", "2", "3", "4");
        assertEquals(List.of("1"), ids(receipt));
        assertEquals(3, receipt.written());
    }

    @Test
    void a_chunk_that_people_keep_editing_is_written_in_smaller_ones() {
        Answer conflict = Answer.error(500, "psycopg2.errors.SerializationFailure");
        odoo.on("res.partner/fields_get", FIELDS)
                .on("res.partner/web_save_multi", conflict, conflict, conflict, conflict, DONE, DONE);
        PushReceipt receipt = push("1", "2", "3", "4");
        assertEquals(List.of(), ids(receipt));
        assertEquals(4, receipt.written());
    }

    @Test
    void when_everything_is_refused_it_stops_soon() {
        odoo.on("res.partner/fields_get", FIELDS).on("res.partner/web_save_multi", REFUSED);
        String[] many = java.util.stream.IntStream.rangeClosed(1, 2000)
                .mapToObj(Integer::toString)
                .toArray(String[]::new);
        assertEquals(
                ErrorCode.REQUEST_REFUSED,
                assertThrows(SegcastException.class, () -> push(many)).code());
        assertTrue(odoo.asked().size() < 100, odoo.asked().size() + " calls");
    }

    @Test
    void without_fields_the_scores_are_left_out_in_one_sentence() {
        odoo.on("res.partner/fields_get", Answer.json("{}"));
        PushReceipt receipt = push("1", "2");
        assertEquals(0, receipt.written());
        assertEquals(1, receipt.rejected().size());
        assertTrue(receipt.rejected().get(0).reason().contains("2 contacts were left out"));
    }

    @Test
    void a_listener_can_stop_it_between_two_calls() {
        odoo.on("res.partner/fields_get", FIELDS).on("res.partner/write", DONE).on("res.partner/web_save_multi", DONE);
        List<Long> told = new ArrayList<>();
        ListedChanges changes = new ListedChanges(List.of(), Map.of("2", SCORE), Set.of("1"));
        assertThrows(
                CancellationException.class,
                () -> crm.push(changes, (done, total) -> {
                    told.add(done);
                    throw new CancellationException("stop");
                }));
        assertEquals(List.of(1L), told);
        assertTrue(!odoo.asked().contains("res.partner/web_save_multi"));
    }

    @Test
    void a_user_who_may_not_make_fields_still_gets_the_tags() {
        odoo.on("res.partner.category/search", Answer.json("[]"), Answer.json("[1,2]"))
                .on("res.partner.category/get_metadata", Answer.json("[]"), Answer.json("[]"))
                .on("res.partner.category/load", Answer.json("{\"ids\":[1],\"messages\":[]}"))
                .on("res.partner/fields_get", Answer.json("{}"))
                .on("ir.model.fields/load", Answer.json("{\"ids\":false,\"messages\":[{}]}"))
                .on("ir.model.fields/has_access", Answer.json("false"));
        crm.prepare(List.of(new TagDefinition("vip", "VIP", 1)));
        assertTrue(odoo.bodies().stream()
                .anyMatch(body -> body.contains("[\"segcast.tag_vip\",\"VIP\",\"1\",\"segcast.tags\"]")));
    }

    @Test
    void a_push_behind_its_preparation_does_not_look_its_tags_up_again() {
        String owned = "[{\"id\":1,\"xmlids\":[{\"xmlid\":\"segcast.tags\"}]},"
                + "{\"id\":2,\"xmlids\":[{\"xmlid\":\"segcast.no_profiling\"}]},"
                + "{\"id\":3,\"xmlids\":[{\"xmlid\":\"segcast.tag_vip\"}]}]";
        odoo.on("res.partner.category/search", Answer.json("[1,2,3]"))
                .on("res.partner.category/get_metadata", Answer.json(owned))
                .on("res.partner.category/write", DONE)
                .on("res.partner/fields_get", FIELDS)
                .on("ir.ui.view/search_read", Answer.error(403, "odoo.exceptions.AccessError"));
        TagDefinition vip = new TagDefinition("vip", "VIP", 1);
        ListedChanges changes =
                new ListedChanges(List.of(new TagChange(vip, Set.of("7"), Set.of())), Map.of(), Set.of());
        crm.prepare(List.of(vip));
        assertEquals(1, crm.push(changes, ProgressListener.SILENT).calls());
        assertEquals(3, crm.push(changes, ProgressListener.SILENT).calls(), "the tags may be others by then");
    }

    @Test
    void a_user_who_may_not_make_tags_is_told() {
        odoo.on("res.partner.category/search", Answer.json("[]"))
                .on("res.partner.category/get_metadata", Answer.json("[]"))
                .on("res.partner.category/load", Answer.json("{\"ids\":false,\"messages\":[{}]}"))
                .on("res.partner.category/has_access", Answer.json("false"));
        SegcastException failure = assertThrows(SegcastException.class, () -> crm.prepare(List.of()));
        assertEquals(ErrorCode.RIGHTS_MISSING, failure.code());
    }
}
