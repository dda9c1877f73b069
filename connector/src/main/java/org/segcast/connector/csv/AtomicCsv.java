/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** Replaces a whole CSV file at once, so that a reader (or a crash) sees the old or the new one; a file that already says the same is left alone. */
final class AtomicCsv {
    private final Path file;

    AtomicCsv(Path file) {
        this.file = file;
    }

    /** @return whether the file changed */
    boolean replace(List<String> header, Consumer<RowWriter> rows) {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            write(fresh, header, rows);
            if (Files.exists(file) && Files.mismatch(fresh, file) < 0) {
                Files.delete(fresh);
                return false;
            }
            force(fresh);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException | UncheckedIOException broken) {
            throw new SegcastException(
                    ErrorCode.FILE_UNREADABLE,
                    "Writing " + file + " failed (" + broken.getClass().getSimpleName()
                            + "): check that the server may write into the folder and that the disk has room",
                    broken);
        }
    }

    private static void write(Path fresh, List<String> header, Consumer<RowWriter> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(fresh)) {
            csv.writeRecord(header);
            rows.accept(cells ->
                    csv.writeRecord(cells.stream().map(CellGuard::write).toList()));
        }
    }

    private static void force(Path fresh) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Takes one row; cells are made safe for spreadsheets. */
    interface RowWriter {
        void row(List<String> cells);
    }
}
