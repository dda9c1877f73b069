/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureVector;

/** A fingerprint of everything a model was fitted to (and of words about it): equal data give equal model ids. */
public final class DatasetDigest {

    private final MessageDigest digest;

    public DatasetDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new SegcastException(ErrorCode.CONTRACT_BROKEN, "every Java platform must offer SHA-256", e);
        }
    }

    public DatasetDigest add(String word) {
        digest.update(word.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    public DatasetDigest add(Dataset dataset) {
        add(dataset.schema().fingerprint());
        dataset.examples().forEach(this::add);
        return this;
    }

    /** Twelve hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    private void add(Example example) {
        FeatureVector features = example.features();
        add(features.contactId());
        ByteBuffer bytes = ByteBuffer.allocate(9 + 8 * features.numericCount());
        bytes.putLong(example.cutOff().toEpochDay()).put((byte) (example.responded() ? 1 : 0));
        for (int i = 0; i < features.numericCount(); i++) {
            bytes.putDouble(features.numeric(i));
        }
        digest.update(bytes.array());
        for (int i = 0; i < features.nominalCount(); i++) {
            add(features.nominal(i));
        }
    }
}
