/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a cell as a formula: a text that starts like one gets an apostrophe in front, which reading takes away again. A text that starts
 * with an apostrophe gets one too, so that what is read is always what was written.
 */
final class CellGuard {
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final String RISKY = "=+-@\t\r'";

    private CellGuard() {}

    static String write(String text) {
        boolean risky = !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0;
        return risky && !PLAIN_NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    static String read(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }
}
