/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.segcast.it.Checkout;

/** Where figures go: the console, and one file per benchmark with an array of them. */
final class Figures {
    private static final JsonWriterFactory WRITERS =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private Figures() {}

    static void keep(String benchmark, Figure... figures) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Figure figure : figures) {
            System.out.println("bench  " + figure);
            array.add(figure.json());
        }
        try {
            Path folder = Files.createDirectories(Checkout.target().resolve("bench"));
            try (JsonWriter out = WRITERS.createWriter(Files.newBufferedWriter(folder.resolve(benchmark + ".json")))) {
                out.writeArray(array.build());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
