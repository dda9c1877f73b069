/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Plain maps and lists to JSON bytes and back; looks its provider up once, which a static {@code Json} call does every time. */
public final class JsonBytes {
    private final JsonBuilderFactory builders;
    private final JsonReaderFactory readers;
    private final JsonWriterFactory writers;

    public JsonBytes() {
        JsonProvider provider = JsonProvider.provider();
        this.builders = provider.createBuilderFactory(Map.of());
        this.readers = provider.createReaderFactory(Map.of());
        this.writers = provider.createWriterFactory(Map.of());
    }

    public byte[] bytes(Map<String, Object> value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonWriter writer = writers.createWriter(bytes, StandardCharsets.UTF_8)) {
            writer.writeObject(builders.createObjectBuilder(value).build());
        }
        return bytes.toByteArray();
    }

    /** @throws jakarta.json.JsonException where the bytes are no whole JSON text */
    public JsonValue value(byte[] bytes) {
        try (JsonReader reader = readers.createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            return reader.readValue();
        }
    }
}
