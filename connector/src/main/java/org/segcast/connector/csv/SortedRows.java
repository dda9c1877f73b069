/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Brings rows together by their first cell, in ascending order, however many there are: beyond a fixed number they go through files in a hidden folder, which is emptied before and
 * afterwards. Rows of one first cell are in the order of their second, then in the order in which they came.
 */
final class SortedRows implements AutoCloseable {
    private static final int IN_MEMORY = 100_000;
    private static final Comparator<List<String>> ORDER =
            Comparator.<List<String>, String>comparing(row -> row.get(0)).thenComparing(row -> row.get(1));

    private final Path folder;
    private final int inMemory;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();

    /** @param beside the hidden folder is made in this one where it is needed */
    SortedRows(Path beside) {
        this(beside, IN_MEMORY);
    }

    SortedRows(Path beside, int inMemory) {
        this.folder = beside.resolve(".segcast-sorting");
        this.inMemory = inMemory;
        deleteFiles();
    }

    /** @param cells at least two */
    void add(String... cells) {
        rows.add(List.of(cells));
        if (rows.size() == inMemory) {
            spill();
        }
    }

    /** Tells each first cell with its rows. */
    void byFirst(BiConsumer<String, List<List<String>>> visitor) {
        rows.sort(ORDER);
        List<Run> runs = new ArrayList<>();
        try {
            for (Path file : files) {
                runs.add(new Run(runs.size(), new Spilled(file)));
            }
            runs.add(new Run(runs.size(), rows.iterator()));
            merge(runs, visitor);
        } catch (UncheckedIOException broken) {
            throw failed(broken.getCause());
        } finally {
            runs.forEach(Run::close);
        }
    }

    private static void merge(List<Run> runs, BiConsumer<String, List<List<String>>> visitor) {
        PriorityQueue<Run> queue = new PriorityQueue<>(
                Comparator.<Run, List<String>>comparing(run -> run.row, ORDER).thenComparing(run -> run.number));
        runs.stream().filter(Run::advance).forEach(queue::add);
        while (!queue.isEmpty()) {
            String first = queue.peek().row.get(0);
            List<List<String>> group = new ArrayList<>();
            while (!queue.isEmpty() && queue.peek().row.get(0).equals(first)) {
                Run run = queue.poll();
                group.add(run.row);
                if (run.advance()) {
                    queue.add(run);
                }
            }
            visitor.accept(first, group);
        }
    }

    private void spill() {
        rows.sort(ORDER);
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(Integer.toString(files.size()));
            files.add(file);
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                for (List<String> row : rows) {
                    write(out, row);
                }
            }
        } catch (IOException broken) {
            throw failed(broken);
        }
        rows.clear();
    }

    private SegcastException failed(IOException broken) {
        return new SegcastException(
                ErrorCode.FILE_UNREADABLE,
                "Sorting through files in " + folder + " failed ("
                        + broken.getClass().getSimpleName()
                        + "): check that the server may write into the folder above and that the disk has room",
                broken);
    }

    private static void write(DataOutputStream out, List<String> row) throws IOException {
        out.writeInt(row.size());
        for (String cell : row) {
            byte[] text = cell.getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }

    @Override
    public void close() {
        rows.clear();
        deleteFiles();
    }

    private void deleteFiles() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
                for (Path file : left) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException broken) {
            throw failed(broken);
        }
    }

    /** One sorted sequence, with the row it is at. */
    private static final class Run {
        private final int number;
        private final Iterator<List<String>> rows;
        private List<String> row = List.of();

        Run(int number, Iterator<List<String>> rows) {
            this.number = number;
            this.rows = rows;
        }

        boolean advance() {
            boolean more = rows.hasNext();
            row = more ? rows.next() : List.of();
            return more;
        }

        void close() {
            if (rows instanceof Spilled spilled) {
                spilled.close();
            }
        }
    }

    /** Rows as they stand in a file. */
    private static final class Spilled implements Iterator<List<String>> {
        private final DataInputStream in;
        private int cells;

        Spilled(Path file) {
            try {
                in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            look();
        }

        private void look() {
            try {
                in.mark(1);
                boolean end = in.read() < 0;
                in.reset();
                cells = end ? 0 : in.readInt();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public boolean hasNext() {
            return cells > 0;
        }

        @Override
        public List<String> next() {
            if (cells == 0) {
                throw new NoSuchElementException("no row is left in this file");
            }
            List<String> row = new ArrayList<>(cells);
            try {
                for (int i = 0; i < cells; i++) {
                    row.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            look();
            return row;
        }

        void close() {
            try {
                in.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
