/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** What real exports hold besides good rows; appended behind them. The ids beginning with 99 belong to dirt alone. */
final class SampleDirt {
    private SampleDirt() {}

    /** An id for the second time, a cut-off row, one without an id; then two sound rows that say impossible things. The row of broken bytes is {@link #brokenBytes}. */
    static String contacts(String someContact, LocalDate asOf) {
        String rest = ",,,0,0,,%s,DE,Köln,50667,de,,web," + asOf.minusDays(30) + ",,\n";
        return someContact + ",Jörg Twice,twice@example.org" + rest.formatted("40")
                + "99001,Cut Off\n"
                + ",Nobody Known,nobody@example.org" + rest.formatted("40")
                + "99002,Old Äon,old@example.org" + rest.formatted("220")
                + "99003,No Mail," + rest.formatted("-1");
    }

    /** A contact whose name is in Latin-1. */
    static byte[] brokenBytes() {
        return "99004,M\u00fcller,latin@example.org,,,0,0,,40,DE,K\u00f6ln,50667,de,,web,2025-01-01,,\n"
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Wrong dates and amounts, unknown contacts, an id for the second time, a cut-off row; then an order of tomorrow, which is sound. */
    static String orders(String someContact, String someOrder, LocalDate asOf) {
        String day = asOf.minusDays(40).toString();
        return "990001," + someContact + ",2025-02-30,10.00,EUR,confirmed\n"
                + "990002," + someContact + ",31.12.2025,10.00,EUR,confirmed\n"
                + "990003,no-such," + day + ",10.00,EUR,confirmed\n"
                + "990004,88888," + day + ",10.00,EUR,confirmed\n"
                + "990005," + someContact + "," + day + ",twelve,EUR,confirmed\n"
                + someOrder + "," + someContact + "," + day + ",10.00,EUR,confirmed\n"
                + "990006," + someContact + "\n"
                + "990007," + someContact + "," + asOf.plusDays(1) + ",99999.00,EUR,confirmed\n";
    }

    static String lines() {
        return "no-such,Compass,Navigation and Light,1,29.00\n";
    }
}
