/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Answer;
import org.segcast.it.Patience;
import org.segcast.it.SegcastApi;

/** What customers are worth, over the API: looked for, followed, kept, and told for everybody. */
@ArquillianTest
class LifetimeIT {
    @ArquillianResource
    URL deployed;

    private SegcastApi admin;

    @Deployment(testable = false)
    static WebArchive segcast() {
        return Deployed.asBuilt();
    }

    @BeforeEach
    void the_sample_is_there() {
        admin = SegcastApi.nobody(URI.create(deployed.toString()).resolve("/")).as("admin", FreshServer.password());
        assertEquals("COMPLETED", admin.lastRunsEnd().getString("state"));
    }

    @Test
    void every_customer_is_valued_and_again_with_every_run() {
        assertEquals(404, admin.get("lifetime").status());
        assertEquals(1, lines().size());

        JsonObject first = valued("{}");
        assertEquals("", first.getString("refusal"), first::toString);
        assertEquals(365, first.getInt("horizonDays"));
        assertEquals("admin", first.getString("by"));
        assertTrue(first.getJsonObject("check")
                        .getJsonArray("gain")
                        .getJsonNumber(1)
                        .doubleValue()
                > 0);
        List<String> lines = lines();
        assertEquals("contact_id,as_of,alive,orders,orders_low,orders_high,value,value_low,value_high", lines.get(0));
        assertEquals(first.getJsonObject("all").getInt("customers"), lines.size() - 1);
        double sum = lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[6]))
                .sum();
        assertEquals(value(first), sum, 0.01 * lines.size());
        for (String line : lines.subList(1, lines.size())) {
            double[] cells = Arrays.stream(line.split(","))
                    .skip(2)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertTrue(cells[0] >= 0 && cells[0] <= 1 && cells[1] >= 0 && cells[2] <= cells[3] && cells[4] >= 0, line);
        }
        double ofRfm = first.getJsonArray("segments").getValuesAs(JsonObject.class).stream()
                .mapToDouble(segment -> segment.getJsonNumber("value").doubleValue())
                .sum();
        assertEquals(value(first), ofRfm, 1e-6 * ofRfm, "everybody is in exactly one segment of the sample");

        assertEquals(202, admin.post("runs", "{}").status());
        assertEquals("COMPLETED", admin.lastRunsEnd().getString("state"));
        assertEquals(lines, lines());

        JsonObject half = valued("{\"horizonDays\": 180, \"marginPercent\": 50, \"discountPercent\": 0}");
        assertEquals(180, half.getInt("horizonDays"));
        assertTrue(value(half) < value(first) / 2, half::toString);
    }

    @Test
    void terms_that_mean_nothing_are_answered_with_what_was_expected() {
        for (String told : List.of(
                "{\"horizonDays\": 29}",
                "{\"horizonDays\": 1826}",
                "{\"horizonDays\": 60.5}",
                "{\"horizonDays\": \"year\"}",
                "{\"discountPercent\": -1}",
                "{\"discountPercent\": null}",
                "{\"marginPercent\": 0}",
                "{\"marginPercent\": 1e999}",
                "[]",
                "{")) {
            Answer answer = admin.post("lifetime", told);
            assertEquals(400, answer.status(), () -> told + " " + answer);
            assertTrue(answer.problem(), answer::toString);
        }
        assertFalse(admin.get("lifetime/progress").object().getBoolean("running"));
    }

    private List<String> lines() {
        return admin.getAs("lifetime.csv", "text/csv").body().lines().toList();
    }

    private JsonObject valued(String body) {
        Answer begun = admin.post("lifetime", body);
        assertEquals(202, begun.status(), begun::toString);
        JsonObject end = Patience.until(
                "the end of the search",
                Duration.ofMinutes(3),
                () -> admin.get("lifetime/progress").object(),
                progress -> !progress.getBoolean("running"));
        assertEquals("", end.getString("trouble"));
        return admin.get("lifetime").object();
    }

    private static double value(JsonObject lifetime) {
        return lifetime.getJsonObject("all").getJsonNumber("value").doubleValue();
    }
}
