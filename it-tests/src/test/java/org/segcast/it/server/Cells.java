/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import java.util.ArrayList;
import java.util.List;

/** The cells of a line of CSV (RFC 4180, no line breaks in cells), as a spreadsheet reads them. */
final class Cells {
    private Cells() {}

    static List<String> of(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** What a spreadsheet would run instead of show; numbers below zero are none. */
    static boolean formula(String cell) {
        return cell.matches("[=+@\\t\\r].*") || cell.startsWith("-") && !cell.matches("-[0-9.E-]+");
    }
}
