/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.segcast.it.Checkout;

/** The real Odoo behind {@code it-tests/odoo/odoo.sh}. It is installed and started where it is not, and never stopped: others may use it. */
public final class OdooServer {
    static final String NEWEST = "19";
    static final String OLDEST = "14";
    private static final Set<String> UP = new HashSet<>();

    private OdooServer() {}

    private static Path script() {
        return Checkout.root().resolve("it-tests/odoo/odoo.sh");
    }

    private static synchronized void start(String version) {
        if (UP.contains(version)) {
            return;
        }
        if (exit(version, "status") != 0) {
            say(version, "install");
            say(version, "start");
        }
        UP.add(version);
    }

    /** Whether one runs, without starting it. */
    public static boolean runs() {
        return exit(NEWEST, "status") == 0;
    }

    /** Makes a database afresh. @return its settings, as environment variables for Segcast */
    static Map<String, String> reset(String database, String template) {
        return reset(NEWEST, database, template);
    }

    static Map<String, String> reset(String version, String database, String template) {
        start(version);
        return settings(say(version, "reset", database, template));
    }

    /** Makes a database of made-up rows, the same ones each time. @return its settings */
    static Map<String, String> synthetic(String database, int partners, int orders, int lines) {
        start(NEWEST);
        return settings(say(
                NEWEST,
                "synthetic",
                database,
                Integer.toString(partners),
                Integer.toString(orders),
                Integer.toString(lines)));
    }

    static void load(String version, String database, Path folder) {
        say(version, "load", database, folder.toString());
    }

    static String sql(String database, String statement) {
        return sql(NEWEST, database, statement);
    }

    static String sql(String version, String database, String statement) {
        return say(version, "sql", database, statement);
    }

    /** An empty database on its PostgreSQL, for anything else that needs one. @return its settings, as Segcast takes them for its state */
    static Map<String, String> emptyDatabase(String name) {
        start(NEWEST);
        say(NEWEST, "sql", "postgres", "drop database if exists " + name + " with (force)");
        say(NEWEST, "sql", "postgres", "create database " + name);
        return Map.of(
                "DB", "pg",
                "PG_HOST", "127.0.0.1",
                "PG_PORT", System.getenv().getOrDefault("SEGCAST_ODOO_PG_PORT", "54329"),
                "PG_DATABASE", name,
                "PG_USER", "odoo",
                "PG_PASSWORD", "the test server asks for none");
    }

    private static Map<String, String> settings(String file) {
        Map<String, String> settings = new HashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of(file.strip()))) {
                int equals = line.indexOf('=');
                settings.put(line.substring(0, equals), line.substring(equals + 1));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return settings;
    }

    private static ProcessBuilder process(String version, List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("SEGCAST_ODOO_VERSION", version);
        return process;
    }

    private static int exit(String version, String command) {
        try {
            return process(version, List.of(script().toString(), command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String say(String version, String... arguments) {
        List<String> command = new ArrayList<>(List.of(script().toString()));
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile(Checkout.target(), "odoo", ".log");
            Process process = process(version, command)
                    .redirectError(errors.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String complaint = process.waitFor() == 0 ? "" : Files.readString(errors);
            Files.delete(errors);
            if (!complaint.isEmpty() || process.exitValue() != 0) {
                throw new AssertionError("odoo.sh " + String.join(" ", arguments) + ": " + complaint);
            }
            return said;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
