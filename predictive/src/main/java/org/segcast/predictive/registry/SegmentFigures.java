/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.predictive.review.MembershipFigures;
import org.segcast.predictive.review.MoveDays;
import org.segcast.predictive.review.Overlap;

/** Figures of all segments of all kinds at once: sizes, days of moves, and how many members every two of them share. */
public final class SegmentFigures {

    private static final String SIZES =
            "SELECT segment, count(*) FROM predictive.membership GROUP BY segment ORDER BY segment";
    private static final String MOVES = "SELECT segment, min(as_of), max(as_of) FROM"
            + " (SELECT from_segment AS segment, as_of FROM predictive.membership_history"
            + " UNION ALL SELECT to_segment, as_of FROM predictive.membership_history) WHERE segment <> '' GROUP BY segment";

    /**
     * How many contacts are in exactly which segments, as a text of 0 and 1, one for each segment in their order. There are far fewer different ones than contacts, so
     * that pairs can be counted from them.
     */
    private static final String COMBINATIONS = "SELECT CAST(held AS VARCHAR), count(*) FROM"
            + " (SELECT bitstring_agg(p.place, 0, %d) AS held FROM predictive.membership m JOIN (SELECT segment,"
            + " CAST(row_number() OVER (ORDER BY segment) - 1 AS INTEGER) AS place FROM"
            + " (SELECT DISTINCT segment FROM predictive.membership)) p ON p.segment = m.segment GROUP BY m.contact_id)"
            + " GROUP BY held";

    private final Warehouse warehouse;

    public SegmentFigures(WarehouseConnections connections) {
        this.warehouse = new Warehouse(connections);
    }

    /** Empty before the first matrix. All figures are of the same moment. */
    public Optional<MembershipFigures> all() {
        List<MembershipFigures> read = new ArrayList<>();
        warehouse.transaction("reading the figures of segments", connection -> {
            if (FeatureTable.storedSchema(connection).isPresent()) {
                read.add(figures(connection));
            }
        });
        return read.stream().findFirst();
    }

    private static MembershipFigures figures(Connection connection) throws SQLException {
        List<String> segments = new ArrayList<>();
        Map<String, Long> sizes = new HashMap<>();
        Warehouse.list(connection, row -> Map.entry(row.getString(1), row.getLong(2)), SIZES)
                .forEach(size -> {
                    segments.add(size.getKey());
                    sizes.put(size.getKey(), size.getValue());
                });
        Map<String, MoveDays> moves = new HashMap<>();
        Warehouse.list(connection, row -> Map.entry(row.getString(1), moveDays(row)), MOVES)
                .forEach(move -> moves.put(move.getKey(), move.getValue()));
        List<Overlap> overlaps = segments.isEmpty() ? List.of() : overlaps(connection, segments);
        return Warehouse.list(
                        connection,
                        row -> new MembershipFigures(
                                Warehouse.date(row, "as_of"), row.getLong("contacts"), sizes, moves, overlaps),
                        "SELECT as_of, (SELECT count(*) FROM predictive.feature) AS contacts FROM predictive.feature_matrix")
                .get(0);
    }

    private static MoveDays moveDays(ResultSet row) throws SQLException {
        return new MoveDays(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class));
    }

    private static List<Overlap> overlaps(Connection connection, List<String> segments) throws SQLException {
        long[][] both = new long[segments.size()][segments.size()];
        Warehouse.flow(
                connection,
                row -> count(both, row.getString(1), row.getLong(2)),
                COMBINATIONS.formatted(segments.size() - 1));
        List<Overlap> overlaps = new ArrayList<>();
        for (int one = 0; one < both.length; one++) {
            for (int other = one + 1; other < both.length; other++) {
                if (both[one][other] > 0) {
                    overlaps.add(new Overlap(segments.get(one), segments.get(other), both[one][other]));
                }
            }
        }
        return overlaps;
    }

    private static void count(long[][] both, String held, long contacts) {
        int[] places = held.chars().map(bit -> bit - '0').toArray();
        for (int one = 0; one < places.length; one++) {
            for (int other = one + 1; places[one] == 1 && other < places.length; other++) {
                both[one][other] += places[other] * contacts;
            }
        }
    }
}
