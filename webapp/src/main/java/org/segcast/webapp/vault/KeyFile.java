/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * The key in the server's home, readable by the server's own account alone. While the key is being changed the next one lies beside it, so that a kill at any point
 * leaves every text openable.
 */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path kept;
    private final Path next;

    KeyFile(Path home) {
        kept = home.resolve("secret.key");
        next = home.resolve("secret.key.next");
    }

    Optional<SealingKey> kept() {
        return read(kept);
    }

    /** The key that a change was going over to. */
    Optional<SealingKey> next() {
        return read(next);
    }

    void keep(SealingKey key) {
        write(key, kept);
    }

    void stage(SealingKey key) {
        write(key, next);
    }

    /** The staged key is the kept one from now on. */
    void promote() {
        try {
            Files.move(next, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw failed("Replacing", kept, broken);
        }
    }

    private static Optional<SealingKey> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (readableByOthers(file)) {
                throw new SegcastException(
                        ErrorCode.SETTINGS_INVALID,
                        "The key file " + file + " can be read by other accounts of this machine: run chmod 600 " + file
                                + ", and change the key afterwards");
            }
            return Optional.of(
                    SealingKey.read(Files.readString(file))
                            .orElseThrow(
                                    () -> new SegcastException(
                                            ErrorCode.SETTINGS_INVALID,
                                            "The key file " + file + " holds no key of " + SealingKey.BYTES
                                                    + " bytes in base64: bring it back from a backup, or remove it and enter the secrets anew")));
        } catch (IOException broken) {
            throw failed("Reading", file, broken);
        }
    }

    private static boolean readableByOthers(Path file) throws IOException {
        return posix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
    }

    private static boolean posix(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
    }

    private static void write(SealingKey key, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), ".secret", ".key", ownerOnly(file.getParent()));
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap((key.base64() + "\n").getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw failed("Writing", file, broken);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return posix(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static SegcastException failed(String what, Path file, IOException broken) {
        return new SegcastException(
                ErrorCode.SETTINGS_INVALID,
                what + " the key file " + file + " failed (" + broken.getClass().getSimpleName()
                        + "): give the server's account the right to, and look at the disk's free space",
                broken);
    }
}
