/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Password hashes: PBKDF2 with HMAC-SHA-512, 210,000 rounds (OWASP Password Storage Cheat Sheet), as
 * {@code rounds:salt:hash}, so that rounds can grow later.
 */
final class Passwords {
    private static final int ROUNDS = 210_000;
    private static final int BYTES = 32;

    private final SecureRandom random;

    Passwords(SecureRandom random) {
        this.random = random;
    }

    String hash(String password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder();
        return ROUNDS + ":" + text.encodeToString(salt) + ":" + text.encodeToString(derive(password, salt, ROUNDS));
    }

    boolean matches(String password, String hash) {
        String[] parts = hash.split(":");
        Base64.Decoder bytes = Base64.getDecoder();
        byte[] derived = derive(password, bytes.decode(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(derived, bytes.decode(parts[2]));
    }

    /** 25 characters of base 32 (125 bits), in groups that can be typed. */
    String generate() {
        String letters = "abcdefghijkmnpqrstuvwxyz23456789";
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(letters.charAt(random.nextInt(letters.length())));
        }
        return password.toString();
    }

    static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, BYTES * 8);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has PBKDF2WithHmacSHA512", impossible);
        }
    }
}
