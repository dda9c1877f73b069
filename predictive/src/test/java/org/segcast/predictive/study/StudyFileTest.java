/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.SegcastException;

class StudyFileTest {
    private static final Research RESEARCH =
            ((ResearchReading.Read) ResearchReader.read("country,=power\nDE,101\nFR,=99\n")).research();

    @Test
    void the_file_tells_bands_and_fifths_under_pseudonyms_with_what_research_says() {
        StudyFile file = new StudyFile(people(), Optional.of(RESEARCH));
        List<String> lines = lines(file);
        assertEquals(
                "pseudonym,age_band,gender,country,zip_area,industry,segment,recency_fifth,orders_fifth,spend_fifth,'=power",
                lines.get(0));
        assertEquals(21, lines.size(), "the header and 20 of 21 people");
        assertEquals(1, file.told().leftOut());
        assertEquals(20, file.joined());
        assertTrue(
                lines.stream()
                        .skip(1)
                        .allMatch(line -> line.matches("[0-9a-f]{32},30 to 39,female,DE,10,,loyal,5,4,3,101")),
                lines.toString());
        assertEquals(lines.stream().skip(1).sorted().toList(), lines.subList(1, 21), "by pseudonym");
        assertFalse(String.join("\n", lines).contains("contact"), "no id of the CRM");
    }

    @Test
    void without_a_row_of_research_its_cells_stay_empty() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            people.add(person(i, "PL"));
        }
        StudyFile file = new StudyFile(people, Optional.of(RESEARCH));
        assertEquals(0, file.joined());
        assertTrue(lines(file).get(1).endsWith(",PL,10,,loyal,5,4,3,"));
    }

    @Test
    void a_fifth_is_zero_to_five() {
        assertThrows(
                SegcastException.class, () -> new Person("1", new Traits(Double.NaN, "", "", "", ""), "", 6, 0, 0));
    }

    private static List<String> lines(StudyFile file) {
        StringBuilder out = new StringBuilder();
        file.write(new Pseudonyms("k".repeat(32).getBytes(StandardCharsets.US_ASCII)), out);
        return out.toString().lines().toList();
    }

    private static List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            people.add(person(i, "DE"));
        }
        people.add(person(20, "FR"));
        return people;
    }

    private static Person person(int number, String country) {
        return new Person("contact" + number, new Traits(34, "female", country, "10", ""), "loyal", 5, 4, 3);
    }
}
