/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.segcast.predictive.history.InMemoryHistories;

/**
 * The CDNOW purchases of Fader and Hardie. The files are free for research and teaching, so they are not copied here: where they do not
 * lie beside the checkout, what needs them is skipped.
 */
public final class Cdnow {
    public static final LocalDate CALIBRATED = LocalDate.of(1997, 9, 30);
    public static final LocalDate END = LocalDate.of(1998, 6, 30);

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "cdnow");

    private Cdnow() {}

    /** The published tenth: 2,357 customers. */
    public static InMemoryHistories sample() {
        return histories("CDNOW_sample.txt", 0, 1);
    }

    /** All 23,570 customers. */
    public static InMemoryHistories cohort() {
        return histories("CDNOW_master.txt", 1, 0);
    }

    private static InMemoryHistories histories(String file, int headings, int id) {
        InMemoryHistories histories = new InMemoryHistories();
        Set<String> known = new HashSet<>();
        for (String line : lines(file).stream().skip(headings).toList()) {
            String[] cells = line.strip().split("\\s+");
            if (known.add(cells[id])) {
                histories.contact(cells[id], Map.of());
            }
            histories.order(
                    cells[id],
                    LocalDate.parse(cells[cells.length - 3], DateTimeFormatter.BASIC_ISO_DATE),
                    Double.parseDouble(cells[cells.length - 1]));
        }
        return histories;
    }

    private static List<String> lines(String file) {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), "the CDNOW files do not lie beside this checkout");
        try {
            return Files.readAllLines(path).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
