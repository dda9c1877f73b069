/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.util.List;

/**
 * One row as it stands in a file.
 *
 * @param line its first line, from 1
 * @param cells in the order of the columns
 * @param defect why it cannot be trusted, in words; empty text where it can
 */
record CsvRow(int line, List<String> cells, String defect) {
    boolean sound() {
        return defect.isEmpty();
    }
}
