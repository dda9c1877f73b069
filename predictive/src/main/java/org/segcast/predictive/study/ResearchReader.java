/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Reads market research from a CSV file (commas or semicolons, a header first) or from a page in HTML: its first table with a column that is headed with a trait. Only texts are
 * taken over, so nothing of a page's mark-up gets any further.
 */
public final class ResearchReader {
    public static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_COLUMNS = 20;
    private static final int MOST_ROWS = 10_000;
    private static final String EXPECTED = "expected a table with a header, in which one column is headed country,"
            + " age band, gender, industry or zip area";

    private ResearchReader() {}

    public static ResearchReading read(String text) {
        if (text.isBlank()) {
            return new ResearchReading.Refused("There is nothing in it: " + EXPECTED + ".");
        }
        if (text.length() > MOST_CHARACTERS) {
            return new ResearchReading.Refused("It has " + text.length() + " characters, expected at most "
                    + MOST_CHARACTERS + ": leave out what is no table.");
        }
        return text.stripLeading().startsWith("<") ? page(text) : csv(text);
    }

    private static ResearchReading page(String html) {
        List<List<List<String>>> tables = Jsoup.parse(html).select("table").stream()
                .map(ResearchReader::cells)
                .filter(rows -> rows.size() > 1)
                .toList();
        return tables.stream()
                .filter(rows -> key(rows.get(0)).isPresent())
                .findFirst()
                .map(ResearchReader::table)
                .orElseGet(() -> new ResearchReading.Refused("The page has "
                        + (tables.isEmpty() ? "no table" : "no table with a fitting header") + ": " + EXPECTED + "."));
    }

    private static List<List<String>> cells(Element table) {
        return table.select("tr").stream()
                .map(row -> row.select("> th, > td").eachText())
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static ResearchReading csv(String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = header.indexOf(';') >= 0 ? ';' : ',';
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .fieldSeparator(separator)
                .ofCsvRecord(text)) {
            reader.forEach(row -> rows.add(row.getFields()));
        } catch (CsvParseException | IOException broken) {
            return new ResearchReading.Refused("It is no table in CSV: " + EXPECTED + ".");
        }
        return rows.isEmpty() || key(rows.get(0)).isEmpty()
                ? new ResearchReading.Refused("No column has a fitting header: " + EXPECTED + ".")
                : table(rows);
    }

    private static OptionalInt key(List<String> header) {
        return IntStream.range(0, header.size())
                .filter(i -> StudyTrait.headed(header.get(i)).isPresent())
                .findFirst();
    }

    /** @param rows the header first, which has a key */
    private static ResearchReading table(List<List<String>> rows) {
        List<String> header = rows.get(0);
        int key = key(header).orElseThrow();
        StudyTrait trait = StudyTrait.headed(header.get(key)).orElseThrow();
        if (header.size() < 2 || header.size() > MOST_COLUMNS + 1) {
            return new ResearchReading.Refused("It says " + (header.size() - 1) + " things of each " + trait.label()
                    + ", expected 1 to " + MOST_COLUMNS + ".");
        }
        if (rows.size() < 2 || rows.size() > MOST_ROWS + 1) {
            return new ResearchReading.Refused(
                    "It has " + (rows.size() - 1) + " rows below the header, expected 1 to " + MOST_ROWS + ".");
        }
        Map<String, List<String>> found = new HashMap<>();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.size() != header.size()) {
                return new ResearchReading.Refused("Row " + (i + 1) + " has " + row.size() + " cells and the header "
                        + header.size() + ": each row needs as many.");
            }
            if (found.put(Research.plain(row.get(key)), without(row, key)) != null) {
                return new ResearchReading.Refused("'" + row.get(key).strip() + "' stands twice in the column '"
                        + header.get(key).strip() + "': one row for each is needed.");
            }
        }
        return new ResearchReading.Read(new Research(trait, without(header, key), found));
    }

    private static List<String> without(List<String> row, int key) {
        return IntStream.range(0, row.size())
                .filter(i -> i != key)
                .mapToObj(i -> row.get(i).strip())
                .toList();
    }
}
