/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

/** Where quoted cells begin and end within a line (RFC 4180): a quote opens a cell only at its start, and a doubled one belongs to the text. */
final class CsvQuotes {
    private enum Within {
        START,
        PLAIN,
        QUOTED,
        CLOSED
    }

    private CsvQuotes() {}

    /** Whether a quoted cell is still open at the end of this line. */
    static boolean openBehind(String line, boolean openBefore) {
        Within within = openBefore ? Within.QUOTED : Within.START;
        for (int i = 0; i < line.length(); i++) {
            within = after(within, line.charAt(i));
        }
        return within == Within.QUOTED;
    }

    /** How many cells this line has if it is a row of its own; a quote that it does not close is taken for a stray one. */
    static int cellsAlone(String line) {
        Within within = Within.START;
        int cells = 1;
        int withinQuotes = 0;
        for (int i = 0; i < line.length(); i++) {
            boolean quotedBefore = within == Within.QUOTED;
            within = after(within, line.charAt(i));
            boolean comma = line.charAt(i) == ',';
            cells += comma && !quotedBefore ? 1 : 0;
            withinQuotes = within != Within.QUOTED ? 0 : withinQuotes + (comma ? 1 : 0);
        }
        return cells + withinQuotes;
    }

    /** Whether the cell that is open before this line closes in the midst of a text, which means that it was never meant to be open. */
    static boolean straysIn(String line) {
        for (int i = 0; i < line.length(); i++) {
            boolean quote = line.charAt(i) == '"';
            boolean last = i + 1 == line.length();
            if (quote && (last || line.charAt(i + 1) != '"')) {
                return !last && line.charAt(i + 1) != ',';
            }
            i += quote ? 1 : 0;
        }
        return false;
    }

    private static Within after(Within within, char c) {
        if (within == Within.QUOTED) {
            return c == '"' ? Within.CLOSED : Within.QUOTED;
        }
        if (c == ',') {
            return Within.START;
        }
        return c == '"' && within != Within.PLAIN ? Within.QUOTED : Within.PLAIN;
    }
}
