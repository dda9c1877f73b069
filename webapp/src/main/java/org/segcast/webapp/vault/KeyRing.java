/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.segcast.webapp.settings.Secret;

/**
 * Seals with its first key, opens with any: AES-256-GCM with a fresh 96-bit nonce per text (NIST SP 800-38D), as {@code 1:key id:nonce:ciphertext and tag}. What a
 * text is bound to must be the same when it is opened, so a sealed text moved to another place does not open there.
 */
final class KeyRing {
    private static final String FORMAT = "1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SealingKey> keys;
    private final SecureRandom random;

    /** @param keys at least one; the first seals */
    KeyRing(List<SealingKey> keys, SecureRandom random) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a key ring without a key");
        }
        this.keys = List.copyOf(keys);
        this.random = random;
    }

    String seal(String text, String boundTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, boundTo)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            Base64.Encoder base64 = Base64.getEncoder();
            return String.join(
                    ":", FORMAT, keys.get(0).id(), base64.encodeToString(nonce), base64.encodeToString(sealed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES/GCM", impossible);
        }
    }

    Opened open(String sealed, String boundTo) {
        String[] parts = sealed.split(":");
        if (parts.length != 4 || !parts[0].equals(FORMAT)) {
            return damaged();
        }
        Optional<SealingKey> key =
                keys.stream().filter(held -> held.id().equals(parts[1])).findFirst();
        return key.map(found -> open(found, parts[2], parts[3], boundTo))
                .orElseGet(() -> new Opened.Locked("is sealed with the key " + parts[1] + ", and the server has "
                        + keys.get(0).id() + ": give it that key as segcast.secret.key.old and start again, or enter"
                        + " the secret anew"));
    }

    private static Opened open(SealingKey key, String nonce, String sealed, String boundTo) {
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            byte[] text = cipher(Cipher.DECRYPT_MODE, key, base64.decode(nonce), boundTo)
                    .doFinal(base64.decode(sealed));
            return new Opened.Clear(new Secret(new String(text, StandardCharsets.UTF_8)));
        } catch (AEADBadTagException | IllegalArgumentException changed) {
            return damaged();
        } catch (GeneralSecurityException malformed) {
            return damaged();
        }
    }

    private static Opened damaged() {
        return new Opened.Locked("was changed in the database by something other than Segcast: enter the secret anew");
    }

    /** Whether this text is sealed with the key that seals now. */
    boolean current(String sealed) {
        return sealed.startsWith(FORMAT + ":" + keys.get(0).id() + ":");
    }

    private static Cipher cipher(int mode, SealingKey key, byte[] nonce, String boundTo)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
