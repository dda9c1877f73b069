/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segcast.connector.odoo.FakeOdoo.Answer;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ConnectionCheck.Step;
import org.segcast.connector.spi.ErrorCode;

class OdooCheckTest {
    private final FakeOdoo odoo = new FakeOdoo();

    @AfterEach
    void close() {
        odoo.close();
    }

    private ConnectionCheck check(OdooConfig config) {
        try (OdooCrm crm = new OdooCrm(config, Runnable::run, FakeOdoo.guard(config))) {
            return crm.check();
        }
    }

    private Step onlyStep() {
        ConnectionCheck check = check(odoo.config());
        assertEquals(1, check.steps().size(), check.toString());
        return check.steps().get(0);
    }

    @Test
    void an_older_odoo_is_told_what_is_needed() {
        odoo.before19("13.0+e");
        Step step = onlyStep();
        assertEquals(Optional.of(ErrorCode.NOT_THIS_CRM), step.problem());
        assertTrue(
                step.found().contains("Odoo 13.0+e answers") && step.found().contains("needs Odoo 14"), step.found());
    }

    @ParameterizedTest
    @CsvSource({"14.0, true", "16.0+e, false", "saas~18.2, false"})
    void a_version_that_no_test_runs_on_is_told(String version, boolean tested) {
        odoo.before19(version);
        Step step = check(odoo.config()).steps().get(0);
        assertTrue(step.found().contains("Odoo " + version + " answers"), step.found());
        assertEquals(tested, !step.found().contains("not on this version"), step.found());
    }

    @Test
    void another_web_site_is_no_odoo() {
        odoo.answers("/web/version", Answer.html(200)).answers("/web/webclient/version_info", Answer.html(200));
        Step step = onlyStep();
        assertEquals(Optional.of(ErrorCode.NOT_THIS_CRM), step.problem());
        assertTrue(step.found().contains("is no Odoo"), step.found());
    }

    @Test
    void some_other_json_is_no_odoo() {
        odoo.answers("/web/version", Answer.json("[1]"));
        assertEquals(Optional.of(ErrorCode.NOT_THIS_CRM), onlyStep().problem());
    }

    @Test
    void nobody_there_is_told_as_a_value() {
        odoo.close();
        assertEquals(Optional.of(ErrorCode.ADDRESS_UNREACHABLE), onlyStep().problem());
    }

    @Test
    void a_slow_server_is_told_as_a_time_out_after_one_attempt() {
        odoo.slowBy(Duration.ofSeconds(2)).answers("/web/version", Answer.json("{}"));
        OdooConfig hasty = new OdooConfig(
                odoo.url(),
                "prod",
                "sync",
                new OdooApiKey("k"),
                FakeOdoo.policy(Duration.ofMillis(100), 4),
                OdooReading.DEFAULT);
        assertEquals(
                Optional.of(ErrorCode.TIMED_OUT), check(hasty).steps().get(0).problem());
        assertTrue(odoo.asked().size() <= 1, odoo.asked().toString());
    }

    @Test
    void each_missing_right_is_a_step_of_its_own() {
        odoo.answers("/web/version", Answer.json("{\"version\":\"saas~19.2\"}"))
                .on("res.users/context_get", Answer.json("{\"uid\":5}"))
                .on("res.users/read", Answer.json("[{\"id\":5,\"login\":\"sync\"}]"))
                .on(
                        "res.users.apikeys/search_read",
                        Answer.json("[{\"id\":1,\"name\":\"k\",\"expiration_date\":\"2027-01-22 02:33:46\"}]"))
                .on("res.company/search_read", Answer.error(403, "odoo.exceptions.AccessError"))
                .on("res.partner.category/search_read", Answer.json("[]"))
                .on("mailing.contact/search_read", Answer.error(403, "odoo.exceptions.AccessError"))
                .on("pos.order/search_count", Answer.error(404, "werkzeug.exceptions.NotFound"))
                .on("account.move/search_count", Answer.error(403, "odoo.exceptions.AccessError"))
                .on("mailing.trace/search_count", Answer.error(403, "odoo.exceptions.AccessError"))
                .on("calendar.attendee/search_count", Answer.json("3"))
                .on("crm.lead/search_count", Answer.json("4"))
                .on("website.track/search_count", Answer.error(404, "werkzeug.exceptions.NotFound"))
                .on("sale.order/search_count", Answer.error(404, "werkzeug.exceptions.NotFound"))
                .on("res.partner.category/has_access", Answer.json("false"))
                .on("res.partner/fields_get", Answer.json("{}"))
                .on("ir.model.fields/has_access", Answer.json("false"));
        List<Step> steps = check(odoo.config()).steps();
        assertTrue(
                steps.get(1).found().contains("'k' on 2027-01-22"), steps.get(1).found());
        assertEquals(
                List.of(
                        "Odoo",
                        "Login",
                        "Contacts",
                        "Consent",
                        "Orders",
                        "Point of sale",
                        "Credit notes",
                        "Currencies",
                        "Engagement",
                        "Tags",
                        "Score and reason"),
                steps.stream().map(Step::what).toList());
        assertEquals(
                List.of(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ErrorCode.RIGHTS_MISSING),
                        Optional.of(ErrorCode.RIGHTS_MISSING),
                        Optional.of(ErrorCode.MODULE_MISSING),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ErrorCode.RIGHTS_MISSING),
                        Optional.empty(),
                        Optional.of(ErrorCode.RIGHTS_MISSING),
                        Optional.of(ErrorCode.RIGHTS_MISSING)),
                steps.stream().map(Step::problem).toList());
    }
}
