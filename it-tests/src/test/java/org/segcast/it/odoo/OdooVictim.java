/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A process of its own that works on a mirror and a real Odoo, to be killed (kill -9) in the midst. */
public final class OdooVictim {
    static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");
    /** Hundreds of rounds go on while others keep the same machine busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String BEGUN = "begun";

    /** What it does. */
    enum Task {
        SYNC_AND_PUSH,
        UNDO,
        REMOVE
    }

    private final OdooScratch odoo;
    private final Path folder;

    OdooVictim(OdooScratch odoo, Path folder) {
        this.odoo = odoo;
        this.folder = folder;
    }

    /** The one that it works on; not while it does. */
    OdooMirror mirror() {
        return mirror(folder.resolve("killed"), odoo.settings());
    }

    /** One in another folder, of the same Odoo. */
    OdooMirror mirror(String name) {
        return mirror(folder.resolve(name), odoo.settings());
    }

    private static OdooMirror mirror(Path folder, Map<String, String> odoo) {
        return new OdooMirror(folder, odoo, URI.create(odoo.get("SEGCAST_ODOO_URL")), PATIENCE);
    }

    /** @return how long it worked, in milliseconds; empty where it was killed before it was done */
    OptionalLong killedAfter(long millis, Task task, int round) throws IOException, InterruptedException {
        Process process = start(task, round);
        begun(process);
        long from = System.nanoTime();
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            assertEquals(0, process.exitValue());
            return OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
        }
        process.destroyForcibly();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return OptionalLong.empty();
    }

    /** @return how long it works undisturbed, in milliseconds */
    long undisturbed(Task task, int round) throws IOException, InterruptedException {
        return killedAfter(TimeUnit.MINUTES.toMillis(5), task, round).orElseThrow();
    }

    private static void begun(Process process) throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        assertEquals(BEGUN, line);
    }

    private Process start(Task task, int round) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OdooVictim.class.getName(),
                folder.resolve("killed").toString(),
                task.name(),
                Integer.toString(round));
        command.environment().putAll(odoo.settings());
        command.redirectError(folder.resolve("victim.log").toFile());
        return command.start();
    }

    /** Does one task, told by its arguments: folder, task, number of the round. */
    public static void main(String[] arguments) {
        System.out.println(BEGUN);
        OdooMirror mirror = mirror(Path.of(arguments[0]), System.getenv());
        int round = Integer.parseInt(arguments[2]);
        switch (Task.valueOf(arguments[1])) {
            case SYNC_AND_PUSH -> {
                mirror.sync(NOW);
                mirror.push(new MarkRound(round));
            }
            case UNDO -> mirror.undo(round);
            case REMOVE -> mirror.removeAll();
        }
    }
}
