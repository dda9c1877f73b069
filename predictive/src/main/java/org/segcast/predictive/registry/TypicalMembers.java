/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.persona.NumberMoments;
import org.segcast.predictive.persona.TypicalMember;

/** Members in the middle of a segment, told so that nobody is recognised. */
public final class TypicalMembers {
    /** Words of a person are told only where so many members share all of them. */
    public static final int LEAST_ALIKE = 5;

    private final Warehouse warehouse;

    public TypicalMembers(WarehouseConnections connections) {
        this.warehouse = new Warehouse(connections);
    }

    /**
     * Those nearest to the segment's median: the squares of their distances by each number, in standard deviations of all customers, added up; a missing value is one deviation away.
     *
     * @param numbers that they are near by, and that are told
     * @param words names of features told beside; those the CRM does not have are left out
     */
    public List<TypicalMember> of(
            String kind, String segment, List<NumberMoments> numbers, List<String> words, int most) {
        return numbers.isEmpty()
                ? List.of()
                : warehouse.run("looking for typical members", connection -> {
                    Optional<FeatureSchema> schema = FeatureTable.storedSchema(connection);
                    return schema.isEmpty()
                            ? List.of()
                            : read(connection, schema.get(), kind, segment, numbers, words, most);
                });
    }

    private static List<TypicalMember> read(
            Connection connection,
            FeatureSchema schema,
            String kind,
            String segment,
            List<NumberMoments> numbers,
            List<String> wanted,
            int most)
            throws SQLException {
        List<Feature> words = schema.ofType(FeatureType.NOMINAL).stream()
                .filter(feature -> wanted.contains(feature.name()))
                .toList();
        return Warehouse.list(
                connection,
                row -> member(row, numbers, words),
                statement(schema, numbers, words, most),
                Stream.concat(
                                Stream.of(kind, segment),
                                numbers.stream().map(number -> number.all().deviation()))
                        .toArray());
    }

    private static String statement(FeatureSchema schema, List<NumberMoments> numbers, List<Feature> words, int most) {
        List<String> columns = numbers.stream()
                .map(number -> "n" + schema.numericIndex(number.feature().name()))
                .toList();
        List<String> texts = words.stream()
                .map(word -> "s" + schema.nominalIndex(word.name()))
                .toList();
        String alike = texts.isEmpty() ? "" : "PARTITION BY " + String.join(", ", texts);
        String told = Stream.concat(columns.stream(), texts.stream()).collect(Collectors.joining(", "));
        String medians = IntStream.range(0, columns.size())
                .mapToObj(i -> "quantile_cont(" + columns.get(i) + ", 0.5) AS m" + i)
                .collect(Collectors.joining(", "));
        String distance = IntStream.range(0, columns.size())
                .mapToObj(i -> "coalesce(power((" + columns.get(i) + " - m" + i + ") / ?, 2), 1)")
                .collect(Collectors.joining(" + "));
        return "WITH inside AS (SELECT f.contact_id, " + told
                + " FROM predictive.feature f JOIN predictive.membership m"
                + " ON m.contact_id = f.contact_id WHERE m.kind = ? AND m.segment = ?), middle AS (SELECT " + medians
                + " FROM inside) SELECT " + told + ", count(*) OVER (" + alike + ") FROM inside, middle ORDER BY "
                + distance + ", contact_id LIMIT " + most;
    }

    private static TypicalMember member(ResultSet row, List<NumberMoments> numbers, List<Feature> words)
            throws SQLException {
        Map<Feature, Double> figures = new LinkedHashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            double value = row.getDouble(1 + i);
            if (!row.wasNull()) {
                figures.put(numbers.get(i).feature(), value);
            }
        }
        Map<Feature, String> texts = new LinkedHashMap<>();
        boolean alike = row.getLong(1 + numbers.size() + words.size()) >= LEAST_ALIKE;
        for (int i = 0; alike && i < words.size(); i++) {
            String text = row.getString(1 + numbers.size() + i);
            if (!text.isBlank()) {
                texts.put(words.get(i), text);
            }
        }
        return TypicalMember.rounded(figures, texts);
    }
}
