/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import java.util.Locale;

/** Counts as people say them: {@code 1 order}, {@code 2,400 orders}. */
public final class Phrases {
    private Phrases() {}

    public static String count(long number, String singular) {
        return String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? singular : singular + "s");
    }
}
