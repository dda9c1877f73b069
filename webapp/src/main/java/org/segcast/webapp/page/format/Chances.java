/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** Says a chance as people of ten or a hundred, because few read percentages of one person well. */
@Named("chances")
@ApplicationScoped
public class Chances {
    private static final List<String> WORDS =
            List.of("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    /** @param chance 0 to 1 */
    public String inPeople(double chance) {
        long ofTen = Math.round(chance * 10);
        if (chance >= 0.1 && ofTen < 10) {
            return "Of ten customers with this score, about " + ordering(ofTen) + '.';
        }
        if (chance >= 0.1) {
            return "Of ten customers with this score, nearly all order.";
        }
        long ofHundred = Math.round(chance * 100);
        return ofHundred == 0
                ? "Of a hundred customers with this score, fewer than one orders."
                : "Of a hundred customers with this score, about " + ordering(ofHundred) + '.';
    }

    private static String ordering(long people) {
        return WORDS.get((int) people) + (people == 1 ? " orders" : " order");
    }
}
