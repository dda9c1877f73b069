/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.SegcastServer;

/** A study on the sample: drawn, its file without names, market research joined, and gone again. */
class StudyPagesIT {
    private static final String PAGE = "<html><body><h1>Buying power</h1><table><tr><th>Country</th><th>Index</th></tr>"
            + "<tr><td>DE</td><td>101.3</td></tr><tr><td>AT</td><td>107.2</td></tr></table></body></html>";

    private final SegcastServer server = new SegcastServer("study");
    private final Chromium chromium = new Chromium();

    @BeforeEach
    void start() {
        server.afterFirstRun().start();
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void a_sample_is_drawn_told_without_names_and_joined_to_market_research() {
        assertEquals(404, server.api().get("study").status());
        assertEquals(
                400,
                server.api()
                        .put("study/research", research("country,x\nDE,1\n"))
                        .status());
        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        Page page = visit.open("study.xhtml").page();
        visit.button("Draw sample").click();
        assertThat(page.getByText("Say in 1 to 500 characters what the study is to find out"))
                .isVisible();
        page.getByLabel("Objective").fill("Who would buy outdoor gear online");
        page.getByLabel("Margin").fill("many");
        visit.button("Draw sample").click();
        assertThat(page.getByText("The margin is 0.5 to 20.0 points")).isVisible();
        page.getByLabel("Margin").fill("5");
        visit.button("Draw sample").click();
        assertThat(page.getByText("2. The sample")).isVisible();

        JsonObject study = server.api().get("study").object();
        assertEquals(cochran(study.getInt("people")), study.getInt("wanted"));
        List<JsonObject> strata = study.getJsonArray("sample").getValuesAs(JsonObject.class);
        assertTrue(strata.size() > 5, study::toString);
        assertEquals(
                study.getInt("wanted"),
                strata.stream().mapToInt(stratum -> stratum.getInt("wanted")).sum());
        assertEquals(study.getInt("wanted"), study.getInt("told") + study.getInt("leftOut"));
        List<String> first = file();
        assertEquals(study.getInt("told"), first.size() - 1);
        assertEquals(
                "pseudonym,age_band,gender,country,zip_area,industry,segment,recency_fifth,orders_fifth,spend_fifth",
                first.get(0));
        Map<String, Long> groups = first.stream()
                .skip(1)
                .map(line -> line.substring(line.indexOf(',') + 1))
                .map(line -> line.substring(0, line.length() - 6))
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        groups.forEach((traits, people) -> assertTrue(people >= 5, traits + " is shared by " + people));

        page.getByLabel("A table").fill("<p>nothing here</p>");
        visit.button("Join market research").click();
        assertThat(page.getByText("The page has no table")).isVisible();
        page.getByLabel("A table").fill(PAGE);
        visit.button("Join market research").click();
        assertThat(page.getByText("found their country in it. It tells: Index."))
                .isVisible();
        Chromium.picture(page, "study");
        List<String> joined = file();
        assertTrue(joined.get(0).endsWith(",Index"));
        long found = joined.stream()
                .filter(line -> line.endsWith(",101.3") || line.endsWith(",107.2"))
                .count();
        assertEquals(
                server.api().get("study").object().getJsonObject("research").getInt("joined"), found);
        assertTrue(found > 0);
        assertEquals(pseudonyms(first), pseudonyms(joined));

        assertEquals(204, server.api().post("connections/rotate-key", "{}").status());
        assertEquals(
                pseudonyms(first), pseudonyms(file()), "pseudonyms outlive a change of the key that seals their own");
        page = new Visit(chromium.page(Chromium.PHONE, ColorScheme.LIGHT), server)
                .signIn()
                .open("study.xhtml")
                .page();
        Chromium.picture(page, "study-phone");
        assertEquals(Chromium.PHONE, page.evaluate("document.documentElement.scrollWidth"));

        assertEquals(
                200,
                server.api()
                        .put("study", "{\"objective\": \"Again\", \"margin\": 5}")
                        .status());
        assertNotEquals(pseudonyms(first), pseudonyms(file()), "a sample drawn anew has pseudonyms of its own");
        assertEquals(204, server.api().delete("study/research").status());
        assertEquals(first.get(0), file().get(0));
        page = visit.open("study.xhtml").page();
        visit.button("Remove").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove study"))
                .click();
        assertThat(page.getByText("are gone")).isVisible();
        assertEquals(404, server.api().get("study/sample.csv").status());
        assertEquals(List.of(), chromium.complaints());
    }

    /** Cochran's formula for 95% and 5 points, corrected for a finite population. */
    private static int cochran(int people) {
        double unlimited = 1.96 * 1.96 * 0.25 / (0.05 * 0.05);
        return (int) Math.ceil(unlimited / (1 + (unlimited - 1) / people));
    }

    private List<String> file() {
        return server.api().get("study/sample.csv").body().lines().toList();
    }

    private static Set<String> pseudonyms(List<String> file) {
        return file.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
    }

    private static String research(String table) {
        return Json.createObjectBuilder().add("table", table).build().toString();
    }
}
