/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

class OroConfigTest {
    private static Map<String, String> good() {
        return new HashMap<>(Map.of(
                "url", "https://crm.example/admin",
                "client-id", "abc",
                "client-secret", "s3cret",
                "currency", "eur"));
    }

    @Test
    void four_settings_are_enough() {
        OroConfig config = OroConfig.from(good());
        assertEquals("https://crm.example", config.url().toString());
        assertEquals("/api", config.apiPath());
        assertEquals("EUR", config.currency());
        assertEquals(500, config.pageSize());
        assertEquals(
                List.of("segcast_segment", "segcast_score", "segcast_reason"),
                config.fields().marks());
        assertEquals(Optional.empty(), config.fields().emailOptOut());
    }

    @Test
    void every_setting_can_be_chosen() {
        Map<String, String> settings = good();
        settings.put("api-path", "/admin/api/");
        settings.put("page-size", "100");
        settings.put("batch-timeout", "PT30M");
        settings.put("score-field", "propensity");
        settings.put("email-opt-out-field", "do_not_email");
        settings.put("fields", "jobTitle, addresses.city,vip_level,jobTitle");
        settings.put("business-hours", "08:00-18:00 Europe/Berlin");
        OroConfig config = OroConfig.from(settings);
        assertEquals("/admin/api", config.apiPath());
        assertEquals(100, config.pageSize());
        assertEquals(Duration.ofMinutes(30), config.batchTimeout());
        assertEquals("propensity", config.fields().score());
        assertEquals(Optional.of("do_not_email"), config.fields().emailOptOut());
        assertEquals(
                Optional.of(List.of("jobTitle", "addresses.city", "vip_level")),
                config.fields().chosen());
        assertTrue(config.policy().businessHours().isPresent());
    }

    @Test
    void all_problems_are_told_at_once_and_no_secret_in_them() {
        Map<String, String> settings = good();
        settings.put("url", "crm.example");
        settings.put("client-secret", "two words");
        settings.put("currency", "Euro");
        settings.put("page-size", "0");
        settings.remove("client-id");
        List<String> problems = OroConfig.problems(settings);
        assertEquals(5, problems.size(), problems.toString());
        assertTrue(problems.stream().allMatch(problem -> problem.startsWith("segcast.oro.")), problems.toString());
        assertFalse(problems.toString().contains("two words"), problems.toString());
        SegcastException e = assertThrows(SegcastException.class, () -> OroConfig.from(settings));
        assertEquals(ErrorCode.SETTINGS_INVALID, e.code());
    }

    @Test
    void the_secret_shows_itself_nowhere() {
        assertFalse(OroConfig.from(good()).toString().contains("s3cret"));
    }

    @Test
    void a_contact_page_has_the_back_office_prefix_of_the_api() {
        Map<String, String> settings = good();
        assertEquals(
                "https://crm.example/contact/view/7",
                OroConfig.from(settings).contactPage("7").orElseThrow().toString());
        settings.put("api-path", "/admin/api");
        assertEquals(
                "https://crm.example/admin/contact/view/7",
                OroConfig.from(settings).contactPage("7").orElseThrow().toString());
        assertEquals(
                "https://crm.example/admin/order/view/8",
                OroConfig.from(settings).orderPage("8").orElseThrow().toString());
        assertEquals(Optional.empty(), OroConfig.from(settings).contactPage("../user"));
        assertEquals(Optional.empty(), OroConfig.from(settings).contactPage("99999999999"));
    }
}
