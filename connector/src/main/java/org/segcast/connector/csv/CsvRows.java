/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Splits a file into rows, one at a time. A quote that is opened and never closed costs the one row it stands in, not the rest of the file, which is why rows are
 * cut here and only their cells are left to FastCSV.
 */
final class CsvRows implements AutoCloseable {
    private static final int LONGEST_ROW_IN_LINES = 500;
    private static final char BROKEN_BYTES = '\uFFFD';
    private static final String UNCLOSED = "has a quote that is not closed: double a quote that belongs to the text";
    private static final CsvReader.CsvReaderBuilder CELLS =
            CsvReader.builder().allowExtraCharsAfterClosingQuote(true).skipEmptyLines(false);

    private final BufferedReader reader;
    private final Deque<String> putBack = new ArrayDeque<>();
    private int line;
    /** Cells of the header, which is the first row; 0 before it. */
    private int width;

    CsvRows(Path file) throws IOException {
        reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), 1 << 16);
    }

    /** Lines consumed so far: the place where {@link #next} goes on. */
    int line() {
        return line;
    }

    void skipTo(int wanted) throws IOException {
        while (line < wanted && nextLine().isPresent()) {
            // every line passed brings the place nearer
        }
    }

    /** The next row that is not blank; empty at the end. */
    Optional<CsvRow> next() throws IOException {
        Optional<String> text = nextLine();
        while (text.isPresent() && text.get().isBlank()) {
            text = nextLine();
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        CsvRow row = row(text.get());
        width = width == 0 ? row.cells().size() : width;
        return Optional.of(row);
    }

    private CsvRow row(String first) throws IOException {
        int start = line;
        if (first.indexOf('"') < 0) {
            return new CsvRow(start, split(first), defect(first));
        }
        Optional<String> whole = untilQuotesClose(first);
        if (whole.isEmpty()) {
            return new CsvRow(start, split(first), UNCLOSED);
        }
        return quoted(start, whole.get());
    }

    private static CsvRow quoted(int start, String text) {
        try {
            return new CsvRow(start, CELLS.ofSingleCsvRecord(text).getFields(), defect(text));
        } catch (CsvParseException stray) {
            return new CsvRow(start, split(text), UNCLOSED);
        }
    }

    private static String defect(String text) {
        return text.indexOf(BROKEN_BYTES) >= 0 ? "has bytes that are not UTF-8: save the file as UTF-8" : "";
    }

    /** The row with the lines that its quoted cell goes on over; empty where that cell never ends, or ends within a text, as a stray quote's would. */
    private Optional<String> untilQuotesClose(String first) throws IOException {
        if (!CsvQuotes.openBehind(first, false)) {
            return Optional.of(first);
        }
        List<String> further = new ArrayList<>();
        while (further.size() < LONGEST_ROW_IN_LINES) {
            Optional<String> next = nextLine();
            if (next.isEmpty()) {
                break;
            }
            further.add(next.get());
            if (CsvQuotes.straysIn(next.get())) {
                break;
            }
            if (!CsvQuotes.openBehind(next.get(), true)) {
                String whole = first + "\n" + String.join("\n", further);
                if (fits(whole)) {
                    return Optional.of(whole);
                }
                break;
            }
        }
        line -= further.size();
        for (int i = further.size() - 1; i >= 0; i--) {
            putBack.push(further.get(i));
        }
        return Optional.empty();
    }

    /** Lines that a stray quote has joined do not come to the cells of one row. */
    private boolean fits(String whole) {
        return width == 0 || quoted(line, whole).cells().size() == width;
    }

    private static List<String> split(String text) {
        List<String> cells = new ArrayList<>(16);
        int start = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
            cells.add(text.substring(start, comma));
            start = comma + 1;
        }
        cells.add(text.substring(start));
        return cells;
    }

    private Optional<String> nextLine() throws IOException {
        String text = putBack.isEmpty() ? reader.readLine() : putBack.pop();
        if (text == null) {
            return Optional.empty();
        }
        line++;
        return Optional.of(line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
