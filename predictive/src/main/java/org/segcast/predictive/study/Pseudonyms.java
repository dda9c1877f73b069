/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;

/** Names for people that only the holder of the key can lead back to the CRM's ids: the first 128 bits of HMAC-SHA-256 (RFC 2104) in hexadecimal. Not for several threads at once. */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_KEY_BYTES = 32;
    private static final int BYTES = 16;

    private final Mac mac;

    public Pseudonyms(byte[] key) {
        if (key.length < LEAST_KEY_BYTES) {
            throw SegcastException.brokenContract(
                    "a key of pseudonyms must have at least " + LEAST_KEY_BYTES + " bytes, found " + key.length);
        }
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new SegcastException(ErrorCode.CONTRACT_BROKEN, "every Java platform must offer " + ALGORITHM, e);
        }
    }

    public String of(String contactId) {
        return HexFormat.of().formatHex(mac.doFinal(contactId.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }
}
