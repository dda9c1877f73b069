/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.io.IOException;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;

/**
 * One line of a CSV file (RFC 4180 with plain line feeds), reused for each row. A text cell that a spreadsheet would run as a formula
 * (it starts with = + - @, tab or carriage return) gets a leading apostrophe, as OWASP advises; numbers never do.
 */
public final class CsvLine {

    private final Appendable out;
    private final StringBuilder line = new StringBuilder();
    private boolean first = true;

    public CsvLine(Appendable out) {
        this.out = out;
    }

    public CsvLine text(String cell) {
        separate();
        String safe = isFormula(cell) ? "'" + cell : cell;
        if (needsQuotes(safe)) {
            line.append('"').append(safe.replace("\"", "\"\"")).append('"');
        } else {
            line.append(safe);
        }
        return this;
    }

    /** At most six decimals without trailing zeros, whole numbers without a point, NaN as an empty cell. */
    public CsvLine number(double value) {
        separate();
        PlainDecimal.append(line, value);
        return this;
    }

    /** Always that many decimals. */
    public CsvLine number(double value, int decimals) {
        separate();
        line.append(PlainDecimal.fixed(value, decimals));
        return this;
    }

    public void end() {
        try {
            out.append(line).append('\n');
        } catch (IOException e) {
            throw new SegcastException(
                    ErrorCode.WRITE_FAILED, "writing a CSV row failed: " + e.getMessage() + "; try again", e);
        }
        line.setLength(0);
        first = true;
    }

    private void separate() {
        if (!first) {
            line.append(',');
        }
        first = false;
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    }

    private static boolean needsQuotes(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
