/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.segcast.it.SegcastServer;

/** The sample's whole job on a first start, and what the server weighs after it. */
class SampleJobBench {
    private static final double MOST_SECONDS = 15;
    private static final double MOST_MEGABYTES = 800;

    @Test
    void first_run_on_the_sample_and_memory_after_it() throws IOException {
        try (SegcastServer server = new SegcastServer("bench-sample").start()) {
            JsonObject first =
                    server.api().end("runs/" + server.api().lastRunsEnd().getInt("id"));
            assertEquals("COMPLETED", first.getString("state"), first::toString);
            Path status = Path.of("/proc", Long.toString(server.jvm().pid()), "status");
            Figures.keep(
                    "sample-job",
                    Figure.atMost("the sample's whole job on a first start", seconds(first), "s", MOST_SECONDS),
                    Figure.atMost("resident memory after it", megabytes(status, "VmRSS"), "MB", MOST_MEGABYTES),
                    Figure.atMost("resident memory at its highest", megabytes(status, "VmHWM"), "MB", MOST_MEGABYTES),
                    Figure.atMost("the whole job again", seconds(server.api().run()), "s", MOST_SECONDS),
                    Figure.atMost("resident memory after that", megabytes(status, "VmRSS"), "MB", MOST_MEGABYTES));
        }
    }

    private static double seconds(JsonObject run) {
        Duration took =
                Duration.between(Instant.parse(run.getString("startedAt")), Instant.parse(run.getString("endedAt")));
        return took.toMillis() / 1000.0;
    }

    private static double megabytes(Path status, String field) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(field + ":"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow();
    }
}
