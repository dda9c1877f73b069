/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.segcast.connector.mirror.MirrorSession;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * A digest of every single change, in an order of its own, read row by row. Each part is written with its length, so that no two contents read
 * alike; a sum of the rows' own digests would be cheaper, but rows could be crafted to make it equal.
 */
final class PlanFingerprint {
    private final MessageDigest digest;

    private PlanFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new SegcastException(
                    ErrorCode.DEFECT, "This Java knows no SHA-256, which every Java must", impossible);
        }
    }

    static String of(MirrorSession session) {
        PlanFingerprint fingerprint = new PlanFingerprint();
        session.flow(
                "SELECT added, tag, contact_id FROM push.change_tag ORDER BY tag, added, contact_id",
                row -> fingerprint.add(row.getBoolean(1) ? "add" : "remove", row.getString(2), row.getString(3)));
        session.flow(
                "SELECT contact_id, segment, percent, reason FROM push.change_score WHERE kind <> 'CLEARED' ORDER BY contact_id",
                row -> fingerprint.add(
                        "score",
                        row.getString(1),
                        row.getString(2),
                        Double.toString(row.getDouble(3)),
                        row.getString(4)));
        session.flow(
                "SELECT contact_id FROM push.change_score WHERE kind = 'CLEARED' ORDER BY contact_id",
                row -> fingerprint.add("clear", row.getString(1)));
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(String... parts) {
        for (String part : parts) {
            digest.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
        }
    }
}
