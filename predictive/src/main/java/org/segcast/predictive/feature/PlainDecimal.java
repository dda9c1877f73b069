/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people write them: no exponent, no {@code .0}, no noise past six decimals. */
final class PlainDecimal {

    private static final int DECIMALS = 6;
    private static final double MILLION = 1e6;
    private static final double EXACT = 9e9;

    private PlainDecimal() {}

    static void append(StringBuilder out, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            out.append((long) value);
        } else if (Math.abs(value) < EXACT) {
            appendScaled(out, Math.round(value * MILLION));
        } else {
            out.append(BigDecimal.valueOf(value)
                    .setScale(DECIMALS, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString());
        }
    }

    static String fixed(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static void appendScaled(StringBuilder out, long millionths) {
        long size = Math.abs(millionths);
        long fraction = size % 1_000_000;
        out.append(millionths < 0 ? "-" : "").append(size / 1_000_000);
        if (fraction > 0) {
            String digits = Long.toString(1_000_000 + fraction).substring(1);
            int end = DECIMALS;
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            out.append('.').append(digits, 0, end);
        }
    }
}
