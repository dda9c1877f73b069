/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.segcast.connector.spi.Records.contact;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.spi.Consent;
import org.segcast.connector.spi.FakeCrm;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.sync.Sync;
import org.segcast.connector.sync.SyncSettings;

class MirrorAttributesTest {
    @TempDir
    Path folder;

    @Test
    void types_follow_the_content_and_forgive_one_in_fifty() {
        FakeCrm crm = new FakeCrm();
        for (int i = 0; i < 200; i++) {
            crm.with(contact(Integer.toString(i), "Contact", Consent.GIVEN, attributes(i)));
        }
        assertEquals(
                Map.of(
                        "age", AttributeType.NUMERIC,
                        "member", AttributeType.BOOLEAN,
                        "since", AttributeType.DATE,
                        "city", AttributeType.NOMINAL,
                        "zip", AttributeType.NOMINAL,
                        "note", AttributeType.TEXT),
                types(crm));
    }

    private static Map<String, String> attributes(int i) {
        return Map.of(
                "age", i == 7 ? "unknown" : Integer.toString(20 + i % 50),
                "member", Integer.toString(i % 2),
                "since", "2024-01-" + (10 + i % 20),
                "city", "City " + i % 20,
                "zip", "0" + (1000 + i % 20),
                "note", "note number " + i);
    }

    private Map<String, AttributeType> types(FakeCrm crm) {
        Map<String, AttributeType> types = new HashMap<>();
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder.resolve("w.duckdb"), 200, 2)) {
            Mirror mirror = new Mirror(warehouse);
            new Sync(crm, mirror, SyncSettings.DEFAULT).run(Instant.EPOCH, ProgressListener.SILENT);
            mirror.attributes().forEach(attribute -> types.put(attribute.name(), attribute.type()));
        }
        return types;
    }
}
