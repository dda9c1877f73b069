/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segcast.connector.odoo.FakeOdoo.Answer;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

class OdooBefore19Test {
    private final FakeOdoo odoo = new FakeOdoo();
    private final List<Duration> waits = new ArrayList<>();

    @AfterEach
    void close() {
        odoo.close();
    }

    private OdooClient client() {
        return new OdooClient(odoo.config(), FakeOdoo.guard(odoo.config(), waits::add));
    }

    private SegcastException failure() {
        return assertThrows(SegcastException.class, () -> client().call("sale.order", "search", Map.of()));
    }

    /** What was sent for the last call: database, user, key, model, method, positional and named arguments. */
    private JsonArray lastArguments() {
        String body = odoo.bodies().get(odoo.bodies().size() - 1);
        return Json.createReader(new StringReader(body))
                .readObject()
                .getJsonObject("params")
                .getJsonArray("args");
    }

    private static JsonValue json(String text) {
        return Json.createReader(new StringReader(text)).readValue();
    }

    @Test
    void the_version_is_asked_for_and_the_user_signed_in_once() {
        odoo.before19("14.0").rpc("res.partner/search", Answer.result("[1]"));
        OdooClient client = client();
        client.ids("res.partner", "search", Map.of("domain", List.of(), "limit", 5));
        client.ids("res.partner", "search", Map.of("domain", List.of(), "limit", 5));
        assertEquals(
                List.of(
                        "/web/version",
                        "/web/webclient/version_info",
                        "db_exist",
                        "/web/login",
                        "authenticate",
                        "ir.model/search_count",
                        "res.partner/search",
                        "res.partner/search"),
                odoo.asked());
        assertEquals(6, client.sent(), "beside the version");
        assertEquals(
                List.of("session_id=abc", "session_id=abc", "session_id=abc", "session_id=abc"),
                odoo.cookies().subList(4, 8));
        assertEquals(
                json("[\"prod\",7,\"s3cret-key\",\"res.partner\",\"search\",[[]],{\"limit\":5}]"), lastArguments());
    }

    @ParameterizedTest
    @CsvSource({
        "odoo.exceptions.AccessDenied, LOGIN_REFUSED",
        "odoo.exceptions.AccessError, RIGHTS_MISSING",
        "odoo.exceptions.MissingError, RECORD_MISSING",
        "odoo.exceptions.ValidationError, REQUEST_REFUSED",
        "builtins.ValueError, REQUEST_REFUSED",
        "psycopg2.errors.SerializationFailure, CONFLICT",
        "psycopg2.extensions.TransactionRollbackError, CONFLICT",
        "psycopg2.OperationalError, BUSY",
    })
    void a_fault_with_status_200_has_its_code(String name, ErrorCode code) {
        odoo.before19("14.0")
                .rpc("sale.order/search", Answer.fault(name))
                .rpc("ir.model/search_count", Answer.result("1"));
        assertEquals(code, failure().code());
    }

    @Test
    void a_refused_call_of_an_unknown_model_is_a_missing_module() {
        odoo.before19("16.0")
                .rpc("sale.order/search", Answer.fault("odoo.exceptions.UserError"))
                .rpc("ir.model/search_count", Answer.result("0"));
        assertEquals(ErrorCode.MODULE_MISSING, failure().code());
    }

    @Test
    void a_wrong_key_is_a_refused_login_and_an_unknown_database_is_told() {
        odoo.answers("/web/version", Answer.html(404))
                .answers("/web/webclient/version_info", Answer.result("{\"server_version\": \"17.0\"}"))
                .rpc("authenticate", Answer.result("false"), Answer.fault("psycopg2.OperationalError"));
        SegcastException refused = failure();
        assertEquals(ErrorCode.LOGIN_REFUSED, refused.code());
        assertTrue(refused.getMessage().contains("refused the login for user 'sync'"), refused.getMessage());
        SegcastException unknown = failure();
        assertEquals(ErrorCode.DATABASE_UNKNOWN, unknown.code());
        assertTrue(unknown.getMessage().contains("'prod'"), unknown.getMessage());
    }

    @Test
    void a_database_that_is_not_among_the_servers_is_told_before_a_key_is_sent() {
        odoo.answers("/web/version", Answer.html(404))
                .answers("/web/webclient/version_info", Answer.result("{\"server_version\": \"14.0\"}"))
                .rpc("db_exist", Answer.result("false"));
        assertEquals(ErrorCode.DATABASE_UNKNOWN, failure().code());
        assertEquals(3, odoo.asked().size());
    }

    @Test
    void a_conflict_and_a_proxys_page_are_tried_again() {
        odoo.before19("14.0")
                .rpc(
                        "sale.order/search",
                        Answer.fault("psycopg2.errors.SerializationFailure"),
                        Answer.html(502),
                        Answer.json("{\"jsonrpc\": \"2.0\", \"resu").promising(500),
                        Answer.result("[4]"));
        assertEquals(List.of(4), client().ids("sale.order", "search", Map.of("domain", List.of())));
        assertEquals(3, waits.size());
    }

    @Test
    void neither_key_nor_message_nor_traceback_leaks() {
        odoo.before19("14.0")
                .rpc("sale.order/search", Answer.fault("odoo.exceptions.AccessError"))
                .rpc("ir.model/search_count", Answer.result("1"));
        String message = failure().toString();
        assertFalse(message.contains("s3cret-key") || message.contains("Ada Lovelace"), message);
    }

    @ParameterizedTest
    @CsvSource({"'[1]'", "'{\"jsonrpc\": \"2.0\"}'", "'{\"jsonrpc\": \"2.0\", \"result\": [1'"})
    void an_answer_that_is_no_envelope_is_unreadable(String body) {
        odoo.before19("14.0").rpc("sale.order/search", Answer.json(body));
        assertEquals(ErrorCode.ANSWER_UNREADABLE, failure().code());
    }

    @Test
    void rows_with_bare_ids_are_searched_then_read_before_16() {
        odoo.before19("15.0")
                .rpc("sale.order/search", Answer.result("[3, 4]"))
                .rpc("sale.order/read", Answer.result("[{\"id\": 3}, {\"id\": 4}]"));
        OdooQuery query = new OdooQuery(OdooDomain.all().and("state", "=", "sale"), List.of("state"), 2);
        assertEquals(
                2, client().rows("sale.order", "search_read", query.arguments()).size());
        assertEquals(json("[[3,4]]"), lastArguments().get(5));
        assertEquals(
                json("{\"fields\":[\"state\"],\"load\":\"\"}"), lastArguments().get(6));
    }

    @Test
    void what_does_not_hold_behind_a_path_is_asked_by_ids() {
        odoo.before19("16.0")
                .rpc("account.move/search", Answer.result("[3, 4]"))
                .rpc("account.move/search_count", Answer.result("7"));
        OdooDomain domain =
                OdooDomain.all().and("state", "=", "posted").andNot("line_ids.order_id.state", "=", "cancel");
        client().call("account.move", "search_count", Map.of("domain", domain.terms()));
        assertEquals(
                json("[[[\"state\",\"=\",\"posted\"],[\"id\",\"not in\",[3,4]]]]"),
                lastArguments().get(5));
        assertTrue(
                odoo.bodies().stream()
                        .anyMatch(body -> body.contains("[[[\"line_ids.order_id.state\",\"=\",\"cancel\"]]]")),
                odoo.bodies().toString());
    }

    @Test
    void rows_are_read_in_one_call_since_16() {
        odoo.before19("16.0").rpc("sale.order/search_read", Answer.result("[]"));
        OdooQuery query = new OdooQuery(OdooDomain.all(), List.of("state"), 2);
        assertEquals(List.of(), client().rows("sale.order", "search_read", query.arguments()));
    }

    @Test
    void rights_groups_and_the_user_are_asked_in_the_old_words() {
        odoo.before19("17.0")
                .rpc("res.partner/check_access_rights", Answer.result("true"))
                .rpc("res.users/has_group", Answer.result("true"))
                .rpc("res.users/context_get", Answer.result("{\"lang\": \"en_US\"}"));
        OdooClient client = client();
        assertTrue(client.may("res.partner", "write"));
        assertEquals(
                json("{\"operation\":\"write\",\"raise_exception\":false}"),
                lastArguments().get(6));
        client.call("res.users", "has_group", Map.of("ids", List.of(7), "group_ext_id", "base.group_user"));
        assertEquals(json("[]"), lastArguments().get(5), "asked of the model before 18");
        assertEquals(
                7,
                client.call("res.users", "context_get", Map.of()).asJsonObject().getInt("uid"));
    }

    @Test
    void a_group_is_asked_of_the_users_record_in_18() {
        odoo.before19("18.0").rpc("res.users/has_group", Answer.result("true"));
        client().call("res.users", "has_group", Map.of("ids", List.of(7), "group_ext_id", "base.group_user"));
        assertEquals(json("[[7]]"), lastArguments().get(5));
    }

    @Test
    void external_ids_of_many_records_are_told_as_their_metadata() {
        odoo.before19("14.0")
                .rpc("res.partner.category/get_external_id", Answer.result("{\"1\": \"segcast.tags\", \"2\": \"\"}"));
        JsonValue told = client().call("res.partner.category", "get_metadata", Map.of("ids", List.of(1, 2)));
        assertEquals(json("[{\"id\":1,\"xmlids\":[{\"xmlid\":\"segcast.tags\"}]},{\"id\":2,\"xmlids\":[]}]"), told);
    }

    @Test
    void written_values_go_by_their_place_because_models_name_them_otherwise() {
        odoo.before19("14.0").rpc("mail.blacklist/write", Answer.result("true"));
        client().call("mail.blacklist", "write", Map.of("ids", List.of(3), "vals", Map.of("active", true)));
        assertEquals(json("[[3],{\"active\":true}]"), lastArguments().get(5));
        assertEquals(json("{}"), lastArguments().get(6));
    }

    @Test
    void values_that_many_share_are_written_together_and_the_rest_through_our_tag() {
        odoo.before19("14.0")
                .rpc("res.partner/write", Answer.result("true"))
                .rpc("ir.model.data/check_object_reference", Answer.result("[\"res.partner.category\", 9]"))
                .rpc("res.partner.category/write", Answer.result("true"));
        List<Integer> ids = List.of(11, 12, 13, 14, 15, 16, 17, 18, 19);
        List<Map<String, Object>> values = ids.stream()
                .<Map<String, Object>>map(id -> Map.of("x_segment", id == 19 ? "Rescue" : "Loyal"))
                .toList();
        client().call(
                        "res.partner",
                        "web_save_multi",
                        Map.of("ids", ids, "vals_list", values, "specification", Map.of()));
        assertEquals(
                List.of("res.partner/write", "ir.model.data/check_object_reference", "res.partner.category/write"),
                odoo.asked().stream()
                        .skip(5)
                        .filter(call -> !call.startsWith("ir.model/"))
                        .toList());
        assertEquals(
                json("[[9],{\"partner_ids\":[[1,19,{\"x_segment\":\"Rescue\"}]]}]"),
                lastArguments().get(5));
        assertEquals(json("{\"context\":{}}"), lastArguments().get(6));
        assertTrue(
                odoo.bodies().stream().anyMatch(body -> body.contains("[11,12,13,14,15,16,17,18]")),
                odoo.bodies().toString());
    }

    @ParameterizedTest
    @CsvSource({"14.0, true", "saas~18.2, false", "16.0+e, true"})
    void views_are_written_in_the_versions_words(String text, boolean attrs) {
        OdooArch arch = new OdooArch(new OdooVersion(text));
        assertEquals(attrs, arch.form().contains("attrs=\"{'invisible': [('x_segcast_segment', '=', False)]}\""));
        assertEquals(attrs, arch.list().contains("//tree"));
    }
}
