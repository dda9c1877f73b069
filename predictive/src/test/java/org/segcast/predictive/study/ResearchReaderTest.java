/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResearchReaderTest {
    @Test
    void a_csv_file_is_joined_by_the_column_that_is_headed_with_a_trait() {
        Research research = read("buying power;Country;online\n101.3;DE;\"often; daily\"\n88;PL;seldom\n");
        assertEquals(StudyTrait.COUNTRY, research.key());
        assertEquals(List.of("buying power", "online"), research.columns());
        assertEquals(Map.of("de", List.of("101.3", "often; daily"), "pl", List.of("88", "seldom")), research.rows());
        assertEquals(Optional.of(List.of("88", "seldom")), research.of(List.of("30 to 39", "female", " pl ", "", "")));
        assertEquals(Optional.empty(), research.of(List.of("30 to 39", "female", "FR", "", "")));
    }

    @Test
    void a_page_gives_its_first_table_with_a_fitting_header_and_texts_alone() {
        Research research = read("""
                <!DOCTYPE html><h1>Report</h1><table><tr><td>Menu</td><td>About</td></tr><tr><td>a</td><td>b</td></tr></table>
                <table><thead><tr><th>Age group</th><th>Uses <b>apps</b></th></tr></thead>
                <tbody><tr><td>30–39</td><td><script>alert(1)</script>71 %</td></tr><tr><th>40-49</th><td>55 %</td></tr></tbody></table>
                """);
        assertEquals(StudyTrait.AGE_BAND, research.key());
        assertEquals(List.of("Uses apps"), research.columns());
        assertEquals(Map.of("30 to 39", List.of("71 %"), "40 to 49", List.of("55 %")), research.rows());
    }

    @Test
    void what_is_no_table_of_a_trait_is_refused_with_what_was_found_and_expected() {
        refused("", "nothing");
        refused("shop,sales\nA,5\n", "No column has a fitting header");
        refused("<p>none</p>", "no table");
        refused("<table><tr><th>shop</th></tr><tr><td>A</td></tr></table>", "no table with a fitting header");
        refused("country\nDE\n", "says 0 things of each country");
        refused("country,x\n", "0 rows");
        refused("country,x\nDE,1\nde ,2\n", "'de' stands twice");
        refused("country,x\nDE,1,2\n", "Row 2 has 3 cells and the header 2");
        refused("x".repeat(ResearchReader.MOST_CHARACTERS + 1), "1000001 characters");
    }

    private static Research read(String text) {
        return assertInstanceOf(ResearchReading.Read.class, ResearchReader.read(text))
                .research();
    }

    private static void refused(String text, String because) {
        String message = assertInstanceOf(ResearchReading.Refused.class, ResearchReader.read(text))
                .message();
        assertTrue(message.contains(because), message);
    }
}
