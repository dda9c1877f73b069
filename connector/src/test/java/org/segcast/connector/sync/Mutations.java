/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import java.util.List;
import java.util.SplittableRandom;

/** What real data and bad luck put into cells and fields; the same for the same seed. */
public final class Mutations {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "NaN",
            "false",
            "true",
            "0",
            "-1",
            "99999999999999999999999999",
            "1e999",
            "1E+2147483647",
            "-0.000000000000000000001",
            "12,50",
            "<b>bold</b><script>alert(1)</script>",
            "&lt;p&gt;&nbsp;&#0;&#xD800;",
            "=HYPERLINK(\"http://x\")",
            "'; DROP TABLE contact; --",
            "\u0000",
            "a\u0000b",
            "\u0001\u0002\u001f\u007f\u0085",
            "\u001f",
            "tab\tbed",
            "two\nlines",
            "carriage\rreturn",
            "\uD83D\uDE00\uD83D\uDC69\u200D\uD83D\uDCBB",
            "\uD83D",
            "\uDE00 alone",
            "\u202Eright to left",
            "e\u0301 is not é",
            "\uFEFFmark",
            "\uFFFD",
            "\"quoted\"",
            ",\"",
            "0001-01-01",
            "0001-01-01 00:00:00",
            "9999-12-31",
            "9999-12-31 23:59:59",
            "+10000-01-01 00:00:00",
            "2025-02-30",
            "2025-13-01 25:61:61",
            "-250.00",
            "-99999999999999.99",
            "9999999999999999.99",
            "123456789012345678901.12",
            "XXX",
            "ZZZ",
            "eur",
            "€",
            "refund",
            "confirmed");

    private final SplittableRandom random;

    public Mutations(long seed) {
        random = new SplittableRandom(seed);
    }

    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public String text() {
        if (oneIn(200)) {
            return "huge ".repeat(20_000);
        }
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
