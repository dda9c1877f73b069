/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Segcast as a process of its own: the server that the build made, with its own home, port, logs and work area, so that several can run.
 * Closing it stops it; the home stays for the next {@link #start}.
 */
public final class SegcastServer implements AutoCloseable {
    private static final String READY = "ready";
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Path folder;
    private final String password = Checkout.password();
    private final URI address = URI.create("http://localhost:" + Checkout.freePort());
    private final Map<String, String> settings = new HashMap<>();
    private Path home;
    private Process process;

    /** @param name of the folder under {@code target/servers} that holds all it leaves behind */
    public SegcastServer(String name) {
        folder = Checkout.fresh(Checkout.target().resolve("servers").resolve(name));
        keepIn(folder.resolve("home"));
        settings.put("SEGCAST_HTTP_PORT", Integer.toString(address.getPort()));
        settings.put("SEGCAST_ADMIN_PASSWORD", password);
    }

    private void keepIn(Path place) {
        home = place;
        settings.put("SEGCAST_HOME", home.toString());
    }

    /** Begins where the sample's first run ended, instead of with nothing. Before the first start; one such server at a time. */
    public SegcastServer afterFirstRun() {
        keepIn(SampleHome.fresh());
        return this;
    }

    /** A setting as an environment variable, such as {@code SEGCAST_CRM}; holds from the next start on. */
    public SegcastServer with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Takes a setting away; holds from the next start on. */
    public SegcastServer without(String name) {
        settings.remove(name);
        return this;
    }

    public SegcastServer with(Map<String, String> more) {
        settings.putAll(more);
        return this;
    }

    /** Returns when it is ready to work. */
    public SegcastServer start() {
        FirstStart.giveTo(output());
        ProcessBuilder command = new ProcessBuilder(
                        Checkout.liberty().resolve("bin/server").toString(), "run", "segcast")
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()));
        Map<String, String> environment = command.environment();
        environment.keySet().removeIf(name -> name.startsWith("SEGCAST_") || name.startsWith("WLP_"));
        environment.putAll(settings);
        environment.put("WLP_OUTPUT_DIR", folder.resolve("output").toString());
        try {
            process = command.start();
        } catch (IOException broken) {
            throw new UncheckedIOException("run `mvn package` first: it makes the server", broken);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        Patience.until("a server that is ready", LONGEST_START, this::readiness, READY::equals);
        return this;
    }

    private String readiness() {
        if (!process.isAlive()) {
            throw new AssertionError("the server ended at once:\n" + log());
        }
        try {
            Answer health = SegcastApi.nobody(address).get("/health/ready");
            Answer status = api().get("status");
            return health.status() == 200 && status.status() == 200 ? READY : health + ", status: " + status;
        } catch (UncheckedIOException notYet) {
            return notYet.toString();
        }
    }

    public Path home() {
        return home;
    }

    private Path output() {
        return folder.resolve("output/segcast");
    }

    public URI address() {
        return address;
    }

    public String password() {
        return password;
    }

    /** As the first account. */
    public SegcastApi api() {
        return SegcastApi.nobody(address).as("admin", password);
    }

    /** As nobody, with these headers. */
    SegcastApi http(Map<String, String> headers) {
        return SegcastApi.nobody(address).with(headers);
    }

    /** The server's own process, below the script that started it. */
    public ProcessHandle jvm() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(handle -> handle.info()
                        .command()
                        .filter(program -> program.endsWith("/java"))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no server runs"));
    }

    /** As if the power failed (kill -9). */
    public void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        boolean inOrder = process != null && process.isAlive();
        end(ProcessHandle::destroy);
        if (inOrder) {
            FirstStart.takeFrom(output());
        }
    }

    private void end(java.util.function.Consumer<ProcessHandle> how) {
        if (process == null || !process.isAlive()) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(how);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
            for (ProcessHandle handle : all) {
                handle.onExit().get(60, TimeUnit.SECONDS);
            }
        } catch (Exception stuck) {
            throw new IllegalStateException("a server does not end", stuck);
        }
    }

    private Path console() {
        return folder.resolve("console.log");
    }

    /** Everything that was printed or logged since the first start. */
    public String log() {
        StringBuilder text = new StringBuilder();
        for (Path file : logFiles()) {
            try {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            } catch (IOException rolledAway) {
                throw new UncheckedIOException(rolledAway);
            }
        }
        return text.toString();
    }

    private List<Path> logFiles() {
        List<Path> files = new ArrayList<>(List.of(console()));
        Path logs = output().resolve("logs");
        if (Files.isDirectory(logs)) {
            try (Stream<Path> found = Files.walk(logs)) {
                found.filter(Files::isRegularFile).forEach(files::add);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return files;
    }
}
