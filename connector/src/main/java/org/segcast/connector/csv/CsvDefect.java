/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

/** Why one row is left out; caught where pages are made and never beyond. */
final class CsvDefect extends Exception {
    private static final long serialVersionUID = 1L;

    CsvDefect(String reason) {
        super(reason, null, false, false);
    }
}
