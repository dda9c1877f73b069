/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RejectedRecord;

/**
 * One file as a sequence of pages. The file stays open between a page and the one behind it, so a whole read passes over it once; a page asked for out of turn
 * (after a restart) is found by skipping to its line.
 */
final class CsvPages<R> implements AutoCloseable {
    private static final int LONGEST_ID = 100;

    private final Path file;
    private final CsvShape<R> shape;
    private Optional<CsvTable> open = Optional.empty();

    CsvPages(Path file, CsvShape<R> shape) {
        this.file = file;
        this.shape = shape;
    }

    Page<R> page(PageRequest request) {
        CsvTable table = tableAt(request.afterId().map(Integer::parseInt));
        List<R> records = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        List<RejectedRecord> rejected = new ArrayList<>();
        while (records.size() + rejected.size() < request.size()) {
            Optional<CsvRow> row = table.next();
            if (row.isEmpty()) {
                close();
                return new Page<>(records, rejected, Optional.empty(), lines);
            }
            try {
                records.add(record(table.header(), row.get()));
                lines.add(row.get().line());
            } catch (CsvDefect defect) {
                rejected.add(rejected(table.header(), row.get(), defect));
            }
        }
        return new Page<>(records, rejected, Optional.of(Integer.toString(table.line())), lines);
    }

    /** Every sound record, from the first. */
    void each(Consumer<R> visitor) {
        PageRequest request = PageRequest.first(Optional.empty(), 1000);
        Page<R> page = page(request);
        page.records().forEach(visitor);
        while (page.nextAfterId().isPresent()) {
            page = page(request.after(page.nextAfterId().get()));
            page.records().forEach(visitor);
        }
    }

    private CsvTable tableAt(Optional<Integer> line) {
        if (open.isPresent() && line.isPresent() && open.get().line() == line.get()) {
            return open.get();
        }
        close();
        CsvTable table = CsvTable.open(file, shape.required());
        open = Optional.of(table);
        line.ifPresent(table::skipTo);
        return table;
    }

    private R record(CsvHeader header, CsvRow row) throws CsvDefect {
        if (!row.sound()) {
            throw new CsvDefect(row.defect());
        }
        if (row.cells().size() != header.width()) {
            throw new CsvDefect("has " + row.cells().size() + " cells, expected " + header.width());
        }
        return shape.record(header, new CsvCells(header, row));
    }

    private RejectedRecord rejected(CsvHeader header, CsvRow row, CsvDefect defect) {
        String id = new CsvCells(header, row).verbatim(shape.id()).strip();
        String readable = id.indexOf('\uFFFD') >= 0 ? "" : id.substring(0, Math.min(LONGEST_ID, id.length()));
        String reason = file.getFileName() + " line " + row.line() + ": " + defect.getMessage();
        return new RejectedRecord(shape.kind(), readable, OptionalInt.of(row.line()), reason);
    }

    @Override
    public void close() {
        open.ifPresent(CsvTable::close);
        open = Optional.empty();
    }
}
