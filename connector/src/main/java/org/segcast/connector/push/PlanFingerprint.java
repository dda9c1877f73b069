/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.MarkChanges.TagChange;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.SegcastException;

/** A digest of every single change, in an order of its own. Each part is written with its length, so that no two contents read alike. */
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

    static String of(MarkChanges changes) {
        PlanFingerprint fingerprint = new PlanFingerprint();
        TreeMap<String, TagChange> byKey = new TreeMap<>();
        changes.tags().forEach(change -> byKey.put(change.tag().key(), change));
        byKey.forEach((key, change) -> {
            new TreeSet<>(change.added()).forEach(id -> fingerprint.add("add", key, id));
            new TreeSet<>(change.removed()).forEach(id -> fingerprint.add("remove", key, id));
        });
        new TreeMap<>(changes.scores()).forEach(fingerprint::score);
        new TreeSet<>(changes.cleared()).forEach(id -> fingerprint.add("clear", id));
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void score(String id, ScoreMark mark) {
        add("score", id, mark.segment(), Double.toString(mark.percent()), mark.reason());
    }

    private void add(String... parts) {
        for (String part : parts) {
            digest.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
        }
    }
}
