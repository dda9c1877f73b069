/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChancesTest {
    private final Chances chances = new Chances();

    @Test
    void says_a_chance_as_people_of_ten() {
        assertEquals("Of ten customers with this score, about four order.", chances.inPeople(0.41));
        assertEquals("Of ten customers with this score, about one orders.", chances.inPeople(0.1));
        assertEquals("Of ten customers with this score, nearly all order.", chances.inPeople(0.99));
    }

    @Test
    void says_a_small_chance_as_people_of_a_hundred() {
        assertEquals("Of a hundred customers with this score, about three order.", chances.inPeople(0.031));
        assertEquals("Of a hundred customers with this score, about ten order.", chances.inPeople(0.0999));
        assertEquals("Of a hundred customers with this score, fewer than one orders.", chances.inPeople(0.001));
    }
}
