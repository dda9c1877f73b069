/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.persona;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secret part of a link: 32 random bytes, told once. Its text never shows up where it is printed. */
public final class ShareToken {
    private static final int BYTES = 32;

    private final String text;

    ShareToken(String text) {
        this.text = text;
    }

    static ShareToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ShareToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** For the link and for nothing else. */
    public String secret() {
        return text;
    }

    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "a token";
    }
}
