/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.segcast.connector.http.BusinessHours;
import org.segcast.connector.http.HttpPolicy;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

class OdooConfigTest {

    @Test
    void all_problems_are_told_at_once_without_the_key() {
        Map<String, String> settings =
                Map.of("url", "crm.example", "api-key", "two words", "request-timeout", "30", "attempts", "0");
        SegcastException failure = assertThrows(SegcastException.class, () -> OdooConfig.from(settings));
        assertEquals(ErrorCode.SETTINGS_INVALID, failure.code());
        List<String> problems = OdooConfig.problems(settings);
        assertEquals(6, problems.size(), problems.toString());
        problems.forEach(problem -> assertTrue(failure.getMessage().contains(problem)));
        assertFalse(failure.getMessage().contains("two words"));
    }

    @Test
    void defaults_hold_where_nothing_is_said_and_a_path_is_dropped() {
        OdooConfig config = OdooConfig.from(Map.of(
                "url", "https://crm.example:8443/odoo/contacts", "database", "prod", "user", "sync", "api-key", "k"));
        assertEquals(URI.create("https://crm.example:8443"), config.url());
        assertEquals(Duration.ofMinutes(2), config.policy().requestTimeout());
        assertEquals(new OdooConfig(config.url(), "prod", "sync", config.apiKey()), config);
    }

    @Test
    void business_hours_and_their_pause_are_read_together_and_nonsense_is_told() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "url",
                "https://crm.example",
                "database",
                "prod",
                "user",
                "sync",
                "api-key",
                "k",
                "business-hours",
                "22:00-06:30 Europe/Berlin",
                "business-pause",
                "PT2S",
                "parallel",
                "3"));
        HttpPolicy policy = OdooConfig.from(settings).policy();
        assertEquals(
                Optional.of(BusinessHours.of("22:00-06:30 Europe/Berlin", Duration.ofSeconds(2))),
                policy.businessHours());
        assertEquals(3, policy.parallel());
        settings.put("business-hours", "all day");
        assertEquals(
                List.of("segcast.odoo.business-hours 'all day' cannot be used, expected hours and a zone such as "
                        + "08:00-18:00 Europe/Berlin"),
                OdooConfig.problems(settings));
    }

    @Test
    void the_key_shows_nowhere() {
        OdooConfig config = new OdooConfig(URI.create("https://crm.example"), "prod", "sync", new OdooApiKey("s3cret"));
        assertFalse(config.toString().contains("s3cret"));
    }
}
