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
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Replaces a whole CSV file at once, so that a reader (or a crash) sees the old or the new one; a file that already says the same is left alone. Rows go to a hidden file
 * beside it until {@link #replace}; closed before that, the file is as it was.
 */
final class AtomicCsv implements AutoCloseable {
    private final Path file;
    private final Path fresh;
    private final CsvWriter csv;
    private boolean written;

    AtomicCsv(Path file, List<String> header) {
        this.file = file;
        this.fresh = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(fresh);
            csv.writeRecord(header);
        } catch (IOException | UncheckedIOException broken) {
            throw failed(broken);
        }
    }

    /** Cells are made safe for spreadsheets. */
    void row(List<String> cells) {
        try {
            csv.writeRecord(cells.stream().map(CellGuard::write).toList());
        } catch (UncheckedIOException broken) {
            throw failed(broken);
        }
    }

    void replace() {
        try {
            finish();
            if (Files.exists(file) && Files.mismatch(fresh, file) < 0) {
                return;
            }
            force(fresh);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException broken) {
            throw failed(broken);
        }
    }

    private void finish() throws IOException {
        if (!written) {
            written = true;
            csv.close();
        }
    }

    private static void force(Path fresh) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        try {
            finish();
            Files.deleteIfExists(fresh);
        } catch (IOException | UncheckedIOException broken) {
            throw failed(broken);
        }
    }

    private SegcastException failed(Exception broken) {
        return new SegcastException(
                ErrorCode.FILE_UNREADABLE,
                "Writing " + file + " failed (" + broken.getClass().getSimpleName()
                        + "): check that the server may write into the folder and that the disk has room",
                broken);
    }
}
