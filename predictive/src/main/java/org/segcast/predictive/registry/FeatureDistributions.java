/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.registry.FeatureDistribution.NumberSpread;
import org.segcast.predictive.registry.FeatureDistribution.WordCount;

/** Distributions of the stored features, counted in the warehouse: exact, and a column at a time in memory whatever the number of contacts. */
public final class FeatureDistributions {

    /** Exact quantiles hold a column's values: this many columns at once. */
    private static final int COLUMNS = 8;

    private static final String QUANTILES = "[0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0]";

    private final Warehouse warehouse;

    public FeatureDistributions(WarehouseConnections connections) {
        this.warehouse = new Warehouse(connections);
    }

    /** Every feature in the schema's order; empty before the first matrix. */
    public List<FeatureDistribution> all() {
        return warehouse.run("describing the features", connection -> {
            Optional<FeatureSchema> schema = FeatureTable.storedSchema(connection);
            return schema.isEmpty() ? List.of() : all(connection, schema.get());
        });
    }

    private static List<FeatureDistribution> all(Connection connection, FeatureSchema schema) throws SQLException {
        Map<Feature, FeatureDistribution> found = new HashMap<>();
        List<Feature> numbers = schema.ofType(FeatureType.NUMERIC);
        for (int from = 0; from < numbers.size(); from += COLUMNS) {
            describeNumbers(connection, numbers, from, Math.min(numbers.size(), from + COLUMNS), found);
        }
        describeWords(connection, schema.ofType(FeatureType.NOMINAL), found);
        return schema.features().stream().map(found::get).toList();
    }

    private static void describeNumbers(
            Connection connection, List<Feature> numbers, int from, int to, Map<Feature, FeatureDistribution> found)
            throws SQLException {
        List<Spread> spreads = Warehouse.list(
                        connection, row -> spreads(row, from, to), select(from, to, FeatureDistributions::measures))
                .get(0);
        List<List<Long>> bins = Warehouse.list(
                        connection,
                        row -> bins(row, from, to),
                        select(from, to, column -> counts(column, spreads.get(column - from))))
                .get(0);
        for (int i = from; i < to; i++) {
            Spread spread = spreads.get(i - from);
            Optional<NumberSpread> told =
                    spread.present() == 0 ? Optional.empty() : Optional.of(spread.told(bins.get(i - from)));
            found.put(numbers.get(i), new FeatureDistribution(numbers.get(i), spread.present(), told, 0, List.of()));
        }
    }

    private interface Columns {
        String of(int column);
    }

    private static String select(int from, int to, Columns columns) {
        return IntStream.range(from, to)
                .mapToObj(columns::of)
                .collect(Collectors.joining(", ", "SELECT ", " FROM predictive.feature"));
    }

    private static String measures(int column) {
        return "count(n" + column + "), avg(n" + column + "), quantile_cont(n" + column + ", " + QUANTILES + ")";
    }

    /** Contacts per bin, as a list; of one value all are in the first. */
    private static String counts(int column, Spread spread) {
        int last = NumberSpread.BINS - 1;
        String bin = spread.width() > 0
                ? "CAST(least(" + last + ", greatest(0, floor((n" + column + " - " + spread.low() + ") / "
                        + spread.width() + "))) AS INTEGER)"
                : "0";
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> "count(*) FILTER (n" + column + " IS NOT NULL AND " + bin + " = " + i + ")")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static List<Spread> spreads(ResultSet row, int from, int to) throws SQLException {
        List<Spread> spreads = new ArrayList<>();
        for (int i = 0; i < to - from; i++) {
            Array quantiles = row.getArray(3 * i + 3);
            spreads.add(new Spread(
                    row.getLong(3 * i + 1),
                    row.getDouble(3 * i + 2),
                    quantiles == null ? List.of() : numbers(quantiles)));
        }
        return spreads;
    }

    private static List<Double> numbers(Array array) throws SQLException {
        List<Double> numbers = new ArrayList<>();
        for (Object number : (Object[]) array.getArray()) {
            numbers.add(((Number) number).doubleValue());
        }
        return numbers;
    }

    private static List<List<Long>> bins(ResultSet row, int from, int to) throws SQLException {
        List<List<Long>> bins = new ArrayList<>();
        for (int i = 1; i <= to - from; i++) {
            bins.add(numbers(row.getArray(i)).stream().map(Double::longValue).toList());
        }
        return bins;
    }

    /** @param quantiles empty where nobody has a value */
    private record Spread(long present, double mean, List<Double> quantiles) {

        double low() {
            return quantiles.isEmpty() ? 0 : quantiles.get(1);
        }

        double width() {
            return quantiles.isEmpty() ? 0 : (quantiles.get(5) - low()) / NumberSpread.BINS;
        }

        NumberSpread told(List<Long> bins) {
            return new NumberSpread(
                    quantiles.get(0),
                    quantiles.get(1),
                    quantiles.get(2),
                    quantiles.get(3),
                    quantiles.get(4),
                    quantiles.get(5),
                    quantiles.get(6),
                    mean,
                    bins);
        }
    }

    private record WordRow(int column, WordCount count, long words, long present) {}

    private static void describeWords(
            Connection connection, List<Feature> words, Map<Feature, FeatureDistribution> found) throws SQLException {
        if (words.isEmpty()) {
            return;
        }
        String union = IntStream.range(0, words.size())
                .mapToObj(FeatureDistributions::topWords)
                .collect(Collectors.joining(" UNION ALL "));
        Map<Integer, List<WordRow>> byColumn = Warehouse.list(connection, FeatureDistributions::word, union).stream()
                .collect(Collectors.groupingBy(WordRow::column));
        for (int i = 0; i < words.size(); i++) {
            found.put(words.get(i), distribution(words.get(i), byColumn.getOrDefault(i, Collections.emptyList())));
        }
    }

    private static String topWords(int column) {
        return "(SELECT " + column + ", s" + column + ", count(*) AS n, count(*) OVER (), sum(count(*)) OVER ()"
                + " FROM predictive.feature WHERE s" + column + " <> '' GROUP BY s" + column + " ORDER BY n DESC, s"
                + column
                + " LIMIT " + FeatureDistribution.MOST_WORDS + ")";
    }

    private static WordRow word(ResultSet row) throws SQLException {
        return new WordRow(
                row.getInt(1), new WordCount(row.getString(2), row.getLong(3)), row.getLong(4), row.getLong(5));
    }

    private static FeatureDistribution distribution(Feature feature, List<WordRow> rows) {
        List<WordCount> counts = rows.stream()
                .map(WordRow::count)
                .sorted((one, other) -> one.contacts() != other.contacts()
                        ? Long.compare(other.contacts(), one.contacts())
                        : one.word().compareTo(other.word()))
                .toList();
        return rows.isEmpty()
                ? new FeatureDistribution(feature, 0, Optional.empty(), 0, List.of())
                : new FeatureDistribution(
                        feature,
                        rows.get(0).present(),
                        Optional.empty(),
                        rows.get(0).words(),
                        counts);
    }
}
