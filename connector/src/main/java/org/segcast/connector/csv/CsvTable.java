/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** An open file with its header read. Opening one that is missing, unreadable or without a required column is refused in words. */
final class CsvTable implements AutoCloseable {
    private final Path file;
    private final CsvRows rows;
    private final CsvHeader header;

    private CsvTable(Path file, CsvRows rows, CsvHeader header) {
        this.file = file;
        this.rows = rows;
        this.header = header;
    }

    static CsvTable open(Path file, List<String> required) {
        if (!Files.isRegularFile(file)) {
            throw new SegcastException(
                    ErrorCode.FILE_UNREADABLE,
                    "There is no file " + file.getFileName() + " in " + file.getParent()
                            + ": put it there or name another folder");
        }
        try {
            CsvRows rows = new CsvRows(file);
            return new CsvTable(file, rows, header(file, rows, required));
        } catch (IOException broken) {
            throw unreadable(file, broken);
        }
    }

    private static CsvHeader header(Path file, CsvRows rows, List<String> required) throws IOException {
        CsvHeader header = new CsvHeader(rows.next().map(CsvRow::cells).orElse(List.of()));
        List<String> missing = header.missing(required);
        if (!missing.isEmpty()) {
            rows.close();
            throw new SegcastException(
                    ErrorCode.FILE_UNREADABLE,
                    file + " has no column " + String.join(", ", missing) + " in its first line (found "
                            + header.width() + " columns): it needs " + String.join(",", required)
                            + ", separated by commas, in UTF-8");
        }
        return header;
    }

    /** The rows of a file that {@link AtomicCsv} wrote, each by its columns; none where there is no such file. */
    static void rows(Path file, List<String> columns, Consumer<Map<String, String>> reader) {
        if (!Files.exists(file)) {
            return;
        }
        try (CsvTable table = CsvTable.open(file, columns)) {
            for (Optional<CsvRow> row = table.next(); row.isPresent(); row = table.next()) {
                reader.accept(cells(table.header(), row.get(), columns));
            }
        }
    }

    private static Map<String, String> cells(CsvHeader header, CsvRow row, List<String> columns) {
        CsvCells cells = new CsvCells(header, row);
        Map<String, String> byColumn = new HashMap<>();
        for (String column : columns) {
            byColumn.put(column, CellGuard.read(cells.verbatim(column)));
        }
        return byColumn;
    }

    CsvHeader header() {
        return header;
    }

    int line() {
        return rows.line();
    }

    void skipTo(int line) {
        try {
            rows.skipTo(line);
        } catch (IOException broken) {
            throw unreadable(file, broken);
        }
    }

    Optional<CsvRow> next() {
        try {
            return rows.next();
        } catch (IOException broken) {
            throw unreadable(file, broken);
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException broken) {
            throw unreadable(file, broken);
        }
    }

    private static SegcastException unreadable(Path file, IOException cause) {
        return new SegcastException(
                ErrorCode.FILE_UNREADABLE,
                "Reading " + file + " failed (" + cause.getClass().getSimpleName()
                        + "): check that the server may read it",
                cause);
    }
}
