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
 *
 * <p>Two stray quotes may come to a cell over several lines that is sound by every rule of CSV, with rows inside. Where most of its lines are as wide as a row, nobody can tell, so each
 * of its lines is a row with a defect. None is read as a row: a note that somebody typed into a form must never become a contact.
 */
final class CsvRows implements AutoCloseable {
    /** In characters; what a quote has opened and not closed by then is not one cell. */
    private static final int LONGEST_ROW = 4_000_000;

    private static final char BROKEN_BYTES = '\uFFFD';
    private static final String UNCLOSED = "has a quote that is not closed: double a quote that belongs to the text";
    private static final CsvReader.CsvReaderBuilder CELLS =
            CsvReader.builder().allowExtraCharsAfterClosingQuote(true).skipEmptyLines(false);

    private final BufferedReader reader;
    private final Deque<String> putBack = new ArrayDeque<>();
    /** Lines of a doubtful cell that are still to be told, each as a row. */
    private final Deque<CsvRow> doubtful = new ArrayDeque<>();

    private int line;
    /** Cells of the header, which is the first row; 0 before it. */
    private int width;

    CsvRows(Path file) throws IOException {
        reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), 1 << 16);
    }

    /** Lines consumed so far: the place where {@link #next} goes on. */
    int line() {
        return doubtful.isEmpty() ? line : doubtful.peek().line() - 1;
    }

    /** By rows, for a line alone does not tell whether it is within quotes. */
    void skipTo(int wanted) throws IOException {
        while (line() < wanted && next().isPresent()) {
            // every row passed brings the place nearer
        }
    }

    /** The next row that is not blank; empty at the end. */
    Optional<CsvRow> next() throws IOException {
        if (!doubtful.isEmpty()) {
            return Optional.of(doubtful.pop());
        }
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
        List<String> lines = untilQuotesClose(first);
        if (lines.isEmpty()) {
            return new CsvRow(start, split(first), UNCLOSED);
        }
        if (lines.size() > 1 && mayBeRows(lines)) {
            doubt(start, lines);
            return doubtful.pop();
        }
        return quoted(start, String.join("\n", lines));
    }

    private boolean mayBeRows(List<String> lines) {
        long wide = lines.stream()
                .filter(line -> CsvQuotes.cellsAlone(line) == width)
                .count();
        return wide * 2 > lines.size();
    }

    private void doubt(int start, List<String> lines) {
        String defect = "lies within the quotes that line " + start + " opens and line " + (start + lines.size() - 1)
                + " closes, and looks like a row of its own, so no line of these was read: double a quote that belongs to the text,"
                + " or keep the text on one line";
        for (int i = 0; i < lines.size(); i++) {
            doubtful.add(new CsvRow(start + i, split(lines.get(i)), defect));
        }
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

    /** The lines of the row whose first one this is; none where a quoted cell never ends, or ends within a text, as a stray quote's would. */
    private List<String> untilQuotesClose(String first) throws IOException {
        List<String> lines = new ArrayList<>(List.of(first));
        boolean open = CsvQuotes.openBehind(first, false);
        for (long length = first.length();
                open && length < LONGEST_ROW;
                length += lines.get(lines.size() - 1).length()) {
            Optional<String> next = nextLine();
            if (next.isEmpty()) {
                break;
            }
            lines.add(next.get());
            if (CsvQuotes.straysIn(next.get())) {
                break;
            }
            open = CsvQuotes.openBehind(next.get(), true);
        }
        if (!open && (lines.size() == 1 || fits(lines))) {
            return lines;
        }
        putBack(lines.subList(1, lines.size()));
        return List.of();
    }

    private void putBack(List<String> lines) {
        line -= lines.size();
        for (int i = lines.size() - 1; i >= 0; i--) {
            putBack.push(lines.get(i));
        }
    }

    /** Lines that a stray quote has joined do not come to the cells of one row. */
    private boolean fits(List<String> lines) {
        return width == 0 || quoted(line, String.join("\n", lines)).cells().size() == width;
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
