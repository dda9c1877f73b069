/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it;

import jakarta.json.JsonObject;
import java.nio.file.Path;

/**
 * What a server keeps after the sample's first run, for tests of what comes after: made once in this process, and given to each at the same place,
 * because the mirror remembers which folder it read.
 */
final class SampleHome {
    private static final String NAME = "after-first-run";
    private static boolean made;

    private SampleHome() {}

    private static Path kept() {
        return Checkout.target().resolve("servers/first-run-kept");
    }

    /** @return the home; whoever had it before is done with it */
    static synchronized Path fresh() {
        Path home = Checkout.target().resolve("servers").resolve(NAME).resolve("home");
        if (!made) {
            try (SegcastServer server = new SegcastServer(NAME).start()) {
                JsonObject run = server.api().lastRunsEnd();
                if (!run.getString("state").equals("COMPLETED")) {
                    throw new AssertionError("the sample's first run: " + run);
                }
            }
            Checkout.copy(home, kept());
            made = true;
        }
        Checkout.copy(kept(), home);
        return home;
    }
}
