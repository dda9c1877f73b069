/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segcast.it.Checkout;

/** A million contacts and ten million orders from CSV into the mirror, then one in a hundred of them once more. */
class MirrorBench {
    private static final int CONTACTS = 1_000_000;
    private static final int ORDERS = 10_000_000;

    @Test
    void loading_and_upserting() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Checkout.target().resolve("bench-mirror"));
        List<String> lines = MirrorLoad.run(folder, CONTACTS, ORDERS);
        Map<String, Double> figures = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            if (words.length == 2) {
                figures.put(words[0], Double.valueOf(words[1]));
            }
        }
        Figures.keep(
                "mirror",
                Figure.atMost("loading 1,000,000 contacts and 10,000,000 orders", figures.get("load"), "s", 60),
                Figure.rate("processor time of that", figures.get("load-cpu"), "s"),
                Figure.atMost("merging 1% of them", figures.get("upsert"), "s", 5),
                Figure.rate("processor time of that", figures.get("upsert-cpu"), "s"),
                Figure.atMost("resident memory at its highest", figures.get("peak-mb"), "MB", 2048));
    }
}
