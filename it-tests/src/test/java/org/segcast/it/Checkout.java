/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where things are in this checkout, and what tests need of the machine. */
public final class Checkout {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Checkout() {}

    public static Path root() {
        return Path.of(System.getProperty("segcast.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    public static Path target() {
        return root().resolve("it-tests/target");
    }

    /** The Liberty that the build made, with the server in it. */
    public static Path liberty() {
        return root().resolve("config/target/liberty/wlp");
    }

    public static Path war() {
        return root().resolve("webapp/target/segcast.war");
    }

    /** Another one each time; nothing that is committed or logged could hold it. */
    public static String password() {
        return "It-" + Long.toString(RANDOM.nextLong() & Long.MAX_VALUE, 36)
                + Long.toString(RANDOM.nextLong() & Long.MAX_VALUE, 36);
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** An empty folder at this place. */
    public static Path fresh(Path folder) {
        delete(folder);
        try {
            return Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A copy of a folder with all that is in it, in place of what was there. */
    static void copy(Path from, Path to) {
        delete(to);
        try (Stream<Path> paths = Files.walk(from)) {
            Files.createDirectories(to.getParent());
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
