/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.segcast.it.Checkout;
import org.segcast.it.Patience;
import org.segcast.it.SegcastApi;

/** How long a newcomer waits: from {@code mvn liberty:run} in a fresh clone, with Maven's cache warm, to the first page. */
class FirstPageBench {
    private static final double MOST_SECONDS = 60;
    private static final Duration LIMIT = Duration.ofMinutes(6);
    private final URI address = URI.create("http://localhost:" + Checkout.freePort());

    @Test
    void first_page_of_a_fresh_clone() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("segcast-first-page");
        Path log = Files.createDirectories(Checkout.target().resolve("bench")).resolve("first-page.log");
        try {
            Process maven = libertyRun(clone(work), work.resolve("home"), log);
            long began = System.nanoTime();
            try {
                Patience.until("the first page; see " + log, LIMIT, () -> page(maven), up -> up);
                double seconds = (System.nanoTime() - began) / 1e9;
                Figures.keep(
                        "first-page",
                        Figure.atMost("first page after liberty:run in a fresh clone", seconds, "s", MOST_SECONDS));
            } finally {
                end(maven);
            }
        } finally {
            Checkout.delete(work);
        }
    }

    private static Path clone(Path work) throws IOException, InterruptedException {
        Path clone = work.resolve("clone");
        Process git = new ProcessBuilder("git", "clone", "-q", Checkout.root().toString(), clone.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, git.waitFor(), "git clone");
        return clone;
    }

    private Process libertyRun(Path clone, Path home, Path log) throws IOException {
        ProcessBuilder command = new ProcessBuilder("mvn", "-B", "liberty:run")
                .directory(clone.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = command.environment();
        environment.keySet().removeIf(name -> name.startsWith("SEGCAST_"));
        environment.put("SEGCAST_HOME", home.toString());
        environment.put("SEGCAST_HTTP_PORT", Integer.toString(address.getPort()));
        environment.put("SEGCAST_ADMIN_PASSWORD", Checkout.password());
        return command.start();
    }

    private boolean page(Process maven) {
        if (!maven.isAlive()) {
            throw new AssertionError("mvn liberty:run ended");
        }
        try {
            return SegcastApi.nobody(address).get("/segcast/login.xhtml").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static void end(Process maven) throws InterruptedException {
        List<ProcessHandle> all =
                Stream.concat(maven.descendants(), Stream.of(maven.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        maven.waitFor(60, TimeUnit.SECONDS);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
    }
}
