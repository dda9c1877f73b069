/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.util.List;
import org.segcast.connector.spi.RecordKind;

/** What the rows of one file are. */
interface CsvShape<R> {
    RecordKind kind();

    /** The column that names the record in a rejection. */
    String id();

    List<String> required();

    R record(CsvHeader header, CsvCells cells) throws CsvDefect;
}
