/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

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
import org.segcast.predictive.persona.Moments;
import org.segcast.predictive.persona.NumberMoments;
import org.segcast.predictive.persona.SegmentMoments;
import org.segcast.predictive.persona.Share;
import org.segcast.predictive.persona.WordFeature;
import org.segcast.predictive.persona.WordShares;

/** What a segment's members and the other customers are like, added up in the warehouse: one statement for all numbers, one for all words, however many customers. */
public final class PersonaMoments {
    /** Of a word feature, the most frequent among all customers; a field may have a million. */
    public static final int MOST_WORDS = 40;

    private final Warehouse warehouse;

    public PersonaMoments(WarehouseConnections connections) {
        this.warehouse = new Warehouse(connections);
    }

    /** Empty before the first matrix. A segment that nobody is in has no members. */
    public Optional<SegmentMoments> of(String kind, String segment) {
        return warehouse.run("adding up a segment's features", connection -> {
            Optional<FeatureSchema> schema = FeatureTable.storedSchema(connection);
            return schema.isEmpty() ? Optional.empty() : Optional.of(read(connection, schema.get(), kind, segment));
        });
    }

    private static SegmentMoments read(Connection connection, FeatureSchema schema, String kind, String segment)
            throws SQLException {
        List<Feature> numbers = schema.ofType(FeatureType.NUMERIC);
        List<Group> groups = Warehouse.list(
                connection,
                row -> Group.of(row, numbers.size()),
                PersonaBase.with(schema) + numberStatement(numbers.size()),
                kind,
                segment);
        Group members = Group.of(groups, true, numbers.size());
        Group rest = Group.of(groups, false, numbers.size());
        return new SegmentMoments(
                members.size(),
                rest.size(),
                IntStream.range(0, numbers.size())
                        .mapToObj(i -> new NumberMoments(
                                numbers.get(i),
                                members.moments().get(i),
                                rest.moments().get(i)))
                        .toList(),
                words(connection, schema, kind, segment));
    }

    private static String numberStatement(int numbers) {
        return IntStream.range(0, numbers)
                .mapToObj(i -> {
                    String finite = "CASE WHEN isfinite(n" + i + ") THEN n" + i + " END";
                    return ", count(" + finite + "), coalesce(avg(" + finite + "), 0), coalesce(var_samp(" + finite
                            + "), 0)";
                })
                .collect(Collectors.joining("", "SELECT is_member, count(*)", " FROM base GROUP BY is_member"));
    }

    /** Members, or all others. */
    private record Group(boolean members, long size, List<Moments> moments) {

        static Group of(ResultSet row, int numbers) throws SQLException {
            List<Moments> moments = new ArrayList<>();
            for (int i = 0; i < numbers; i++) {
                int column = 3 + 3 * i;
                moments.add(new Moments(row.getLong(column), row.getDouble(column + 1), row.getDouble(column + 2)));
            }
            return new Group(row.getBoolean(1), row.getLong(2), moments);
        }

        static Group of(List<Group> groups, boolean members, int numbers) {
            return groups.stream()
                    .filter(group -> group.members() == members)
                    .findFirst()
                    .orElseGet(() -> new Group(members, 0, Collections.nCopies(numbers, Moments.NONE)));
        }
    }

    private record WordRow(int column, WordShares shares) {}

    private static List<WordFeature> words(Connection connection, FeatureSchema schema, String kind, String segment)
            throws SQLException {
        List<Feature> features = schema.ofType(FeatureType.NOMINAL);
        Map<Integer, List<WordShares>> byColumn = new HashMap<>();
        if (!features.isEmpty()) {
            Warehouse.list(
                            connection,
                            PersonaMoments::word,
                            PersonaBase.with(schema) + wordStatement(features.size()),
                            kind,
                            segment)
                    .forEach(row -> byColumn.computeIfAbsent(row.column(), column -> new ArrayList<>())
                            .add(row.shares()));
        }
        return IntStream.range(0, features.size())
                .mapToObj(i -> new WordFeature(features.get(i), byColumn.getOrDefault(i, List.of())))
                .toList();
    }

    private static String wordStatement(int features) {
        String columns =
                IntStream.range(0, features).mapToObj(i -> "s" + i).collect(Collectors.joining(", ", "[", "]"));
        return "SELECT feature, word, inside, sum(inside) OVER one, outside, sum(outside) OVER one FROM"
                + " (SELECT feature, word, count(*) FILTER (is_member) AS inside, count(*) FILTER (NOT is_member) AS outside FROM"
                + " (SELECT is_member, unnest(" + columns + ") AS word, unnest(range(" + features
                + ")) AS feature FROM base) WHERE trim(word) <> '' GROUP BY feature, word) WINDOW one AS (PARTITION BY feature)"
                + " QUALIFY row_number() OVER (PARTITION BY feature ORDER BY inside + outside DESC, word) <= "
                + MOST_WORDS
                + " ORDER BY feature, inside + outside DESC, word";
    }

    private static WordRow word(ResultSet row) throws SQLException {
        return new WordRow(
                row.getInt(1),
                new WordShares(
                        row.getString(2),
                        new Share(row.getLong(3), row.getLong(4)),
                        new Share(row.getLong(5), row.getLong(6))));
    }
}
