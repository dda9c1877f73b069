/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of 256 bits. Its id says which key it is without telling anything of it, so sealed texts can carry it. */
final class SealingKey {
    static final int BYTES = 32;

    private final byte[] bytes;
    private final String id;

    private SealingKey(byte[] bytes) {
        this.bytes = bytes;
        this.id = fingerprint(bytes);
    }

    static SealingKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SealingKey(bytes);
    }

    /** Empty where the text is not 32 bytes in base64. */
    static Optional<SealingKey> read(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            return bytes.length == BYTES ? Optional.of(new SealingKey(bytes)) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    String id() {
        return id;
    }

    SecretKey aes() {
        return new SecretKeySpec(bytes, "AES");
    }

    /** As it stands in a key file; never for people. */
    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "key " + id;
    }

    private static String fingerprint(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("segcast sealing key".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(bytes), 4));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
