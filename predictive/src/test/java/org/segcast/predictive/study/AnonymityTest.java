/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.SegcastException;

class AnonymityTest {
    private static final Anonymity FIVE = new Anonymity(5);

    @Test
    void every_combination_told_of_random_people_is_shared_by_at_least_five() {
        for (long seed = 0; seed < 200; seed++) {
            List<Traits> people = people(new Random(seed));
            Anonymity.Told told = FIVE.of(people);
            Map<List<String>, Long> groups = told.cells().stream()
                    .flatMap(Optional::stream)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            groups.forEach((cells, size) -> assertTrue(size >= 5, cells + " is shared by " + size));
            long kept = groups.values().stream().mapToLong(Long::longValue).sum();
            assertEquals(people.size(), kept + told.leftOut());
            assertEquals(people.size(), told.cells().size());
        }
    }

    @Test
    void zip_areas_go_before_people_do() {
        List<Traits> people = new ArrayList<>(Collections.nCopies(4, german(34, "10")));
        people.addAll(Collections.nCopies(4, german(31, "80")));
        Anonymity.Told told = FIVE.of(people);
        assertEquals(Coarseness.TEN_YEARS, told.coarseness());
        assertEquals(0, told.leftOut());
        assertEquals(8, told.smallestGroup());
        assertEquals(
                Optional.of(List.of("30 to 39", "f", "DE", "", "")),
                told.cells().get(0));
    }

    @Test
    void ages_get_wider_where_zip_areas_do_not_suffice() {
        List<Traits> people = new ArrayList<>(Collections.nCopies(4, german(24, "10")));
        people.addAll(Collections.nCopies(4, german(39, "10")));
        Anonymity.Told told = FIVE.of(people);
        assertEquals(Coarseness.TWENTY_YEARS, told.coarseness());
        assertEquals(0, told.leftOut());
        assertEquals(
                Optional.of(List.of("20 to 39", "f", "DE", "", "")),
                told.cells().get(7));
    }

    @Test
    void one_who_stands_out_among_many_is_left_out_and_the_others_stay_exact() {
        List<Traits> people = new ArrayList<>(Collections.nCopies(40, german(34, "10")));
        people.add(german(91, "80"));
        Anonymity.Told told = FIVE.of(people);
        assertEquals(Coarseness.TEN_YEARS_AND_ZIP_AREA, told.coarseness());
        assertEquals(1, told.leftOut());
        assertEquals(Optional.empty(), told.cells().get(40));
        assertEquals(
                Optional.of(List.of("30 to 39", "f", "DE", "10", "")),
                told.cells().get(0));
    }

    @Test
    void of_some_who_stand_out_only_what_makes_them_stand_out_is_hidden() {
        List<Traits> people = new ArrayList<>(Collections.nCopies(100, german(34, "10")));
        people.addAll(Collections.nCopies(3, new Traits(34, "f", "DE", "10", "Mining")));
        people.add(new Traits(91, "f", "DE", "10", ""));
        people.add(new Traits(16, "m", "DE", "10", ""));
        people.addAll(Collections.nCopies(3, new Traits(34, "f", "DE", "99", "")));
        Anonymity.Told told = FIVE.of(people);
        assertEquals(Coarseness.TEN_YEARS, told.coarseness());
        assertEquals(
                Optional.of(List.of("30 to 39", "f", "DE", "", "")),
                told.cells().get(100),
                "the industry is hidden");
        assertEquals(3, told.hidden());
        assertEquals(2, told.leftOut(), "two are too few to hide among each other");
    }

    @Test
    void nobody_is_told_of_nobody_and_fewer_than_five_are_refused_as_k() {
        assertEquals(0, FIVE.of(List.of()).leftOut());
        assertThrows(SegcastException.class, () -> new Anonymity(4));
    }

    @Test
    void pseudonyms_stay_for_a_key_differ_between_keys_and_show_no_id() {
        Pseudonyms first = new Pseudonyms(key("a"));
        assertEquals(first.of("4711"), new Pseudonyms(key("a")).of("4711"));
        assertEquals(first.of("4711"), first.of("4711"));
        assertNotEquals(first.of("4711"), first.of("4712"));
        assertNotEquals(first.of("4711"), new Pseudonyms(key("b")).of("4711"));
        assertTrue(first.of("4711").matches("[0-9a-f]{32}"));
        assertThrows(SegcastException.class, () -> new Pseudonyms(new byte[31]));
    }

    /** By {@code openssl dgst -sha256 -hmac}, OpenSSL 3.0.19. */
    @Test
    void a_pseudonym_is_the_first_half_of_the_hmac_that_openssl_makes() {
        assertEquals("1c7a1be8d27708d679d24d7fd9998d63", new Pseudonyms(key("a")).of("4711"));
    }

    @Test
    void who_stands_out_even_at_the_coarsest_is_left_out() {
        List<Traits> people = new ArrayList<>(Collections.nCopies(6, german(34, "10")));
        people.addAll(Collections.nCopies(4, german(91, "80")));
        Anonymity.Told told = FIVE.of(people);
        assertEquals(Coarseness.TWENTY_YEARS, told.coarseness());
        assertEquals(4, told.leftOut());
        assertEquals(6, told.smallestGroup());
    }

    private static byte[] key(String letter) {
        return letter.repeat(32).getBytes(StandardCharsets.US_ASCII);
    }

    private static Traits german(double age, String zipArea) {
        return new Traits(age, "f", "DE", zipArea, "");
    }

    private static List<Traits> people(Random random) {
        List<Traits> people = new ArrayList<>();
        int count = random.nextInt(600);
        for (int i = 0; i < count; i++) {
            people.add(new Traits(
                    random.nextInt(6) == 0 ? Double.NaN : random.nextInt(100),
                    List.of("f", "m", "").get(random.nextInt(3)),
                    List.of("DE", "DE", "DE", "FR").get(random.nextInt(4)),
                    random.nextInt(3) == 0 ? "" : Integer.toString(10 + random.nextInt(30)),
                    List.of("", "", "Retail").get(random.nextInt(3))));
        }
        return people;
    }
}
