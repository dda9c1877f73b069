/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.segcast.connector.sample.SampleFolder;
import org.segcast.it.Checkout;
import org.segcast.webapp.connection.SampleKind;

/** The sample CRM as a folder to load into Odoo; the same in all tests. */
final class SampleCrm {
    static final LocalDate AS_OF = SampleKind.DAY;
    private static final long SEED = 19;
    private static final int CONTACTS = 5_000;

    private SampleCrm() {}

    static synchronized Path folder() {
        Path folder = Checkout.target().resolve("sample-for-odoo");
        if (!Files.exists(folder)) {
            SampleFolder.write(folder, AS_OF, SEED, CONTACTS);
        }
        return folder;
    }

    /** Ids in the folder of those who object to profiling: Odoo keeps that as a tag, which loading a folder does not set. */
    static List<String> objectors() {
        try {
            List<String> lines =
                    Files.readAllLines(folder().resolve("contacts.csv"), java.nio.charset.StandardCharsets.ISO_8859_1);
            int column = Arrays.asList(lines.get(0).split(",")).indexOf("no_profiling");
            return lines.stream()
                    .skip(1)
                    .filter(line -> line.matches("\\d+,.*"))
                    .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                    .filter(cells -> cells.length > column && cells[column].equals("1"))
                    .map(cells -> cells[0])
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
