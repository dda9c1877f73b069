/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** The lists that the generator draws from: products, regions with names and cities, notes and survey answers. */
final class SampleTables {
    /** @param season summer, winter or all */
    record Product(String category, String name, double price, String season) {}

    /** @param cities each with its post code, as {@code München:80331} */
    record Region(
            String country,
            String language,
            int share,
            List<String> women,
            List<String> men,
            List<String> family,
            List<String> cities) {}

    record Text(CustomerType type, String kind, String text) {}

    final List<Product> products = rows("products.csv").stream()
            .map(row -> new Product(
                    row.getField("category"),
                    row.getField("product"),
                    Double.parseDouble(row.getField("price")),
                    row.getField("season")))
            .toList();
    final List<Region> regions = rows("regions.csv").stream()
            .map(row -> new Region(
                    row.getField("country"),
                    row.getField("language"),
                    Integer.parseInt(row.getField("share")),
                    several(row, "women"),
                    several(row, "men"),
                    several(row, "family"),
                    several(row, "cities")))
            .toList();
    private final List<Text> texts = rows("texts.csv").stream()
            .map(row ->
                    new Text(CustomerType.valueOf(row.getField("type")), row.getField("kind"), row.getField("text")))
            .toList();

    List<String> texts(CustomerType type, String kind) {
        return texts.stream()
                .filter(text -> text.type() == type && text.kind().equals(kind))
                .map(Text::text)
                .toList();
    }

    private static List<String> several(NamedCsvRecord row, String column) {
        return List.of(row.getField(column).split("\\|"));
    }

    private static List<NamedCsvRecord> rows(String resource) {
        try (InputStream in = SampleTables.class.getResourceAsStream(resource);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            return reader.stream().toList();
        } catch (IOException broken) {
            throw new SegcastException(
                    ErrorCode.DEFECT, "The sample's list " + resource + " cannot be read from the program", broken);
        }
    }
}
