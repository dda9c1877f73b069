/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Liberty makes at a server's first start, whatever its home: its features worked out, its keys. Taken from the first server of this process
 * that stops in order, given to all that start anew later.
 */
final class FirstStart {
    private static final List<String> FOLDERS = List.of("workarea", "resources");
    private static boolean kept;

    private FirstStart() {}

    private static Path copy(String folder) {
        return Checkout.target().resolve("servers/first-start").resolve(folder);
    }

    static synchronized void takeFrom(Path output) {
        if (!kept && FOLDERS.stream().map(output::resolve).allMatch(Files::isDirectory)) {
            FOLDERS.forEach(folder -> Checkout.copy(output.resolve(folder), copy(folder)));
            kept = true;
        }
    }

    static synchronized void giveTo(Path output) {
        if (kept && !Files.exists(output)) {
            FOLDERS.forEach(folder -> Checkout.copy(copy(folder), output.resolve(folder)));
        }
    }
}
