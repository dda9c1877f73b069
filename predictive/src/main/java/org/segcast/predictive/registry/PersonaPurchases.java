/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.persona.Share;
import org.segcast.predictive.persona.WordShares;

/** What a segment's members of today bought, beside all customers. */
public final class PersonaPurchases {
    private static final int YEAR = 365;
    private static final int MONTHS = 3;

    private final Warehouse warehouse;

    public PersonaPurchases(WarehouseConnections connections) {
        this.warehouse = new Warehouse(connections);
    }

    /**
     * Amounts less refunds of three months.
     *
     * @param members of today's members, {@code all} of all customers
     */
    public record Quarter(LocalDate from, LocalDate to, double members, double all) {}

    /** What is counted as a purchase of something. */
    public enum Bought {
        CATEGORY("category"),
        PRODUCT("product");

        private final String column;

        Bought(String column) {
            this.column = column;
        }
    }

    /** The latest ends at the as-of date; oldest first, every one told. None before the first matrix. */
    public List<Quarter> quarters(String kind, String segment, LocalDate asOf, int quarters) {
        Optional<FeatureSchema> schema = schema();
        List<Object> values = new ArrayList<>(List.of(kind, segment));
        StringBuilder ago = new StringBuilder("CASE");
        for (int i = 0; i < quarters; i++) {
            ago.append(" WHEN p.day > ? THEN ").append(i);
            values.add(end(asOf, i + 1));
        }
        values.addAll(List.of(asOf, end(asOf, quarters)));
        return schema.isEmpty()
                ? List.of()
                : warehouse.list(
                        "adding up a segment's revenue",
                        row -> quarter(row, asOf),
                        PersonaBase.with(schema.get()) + ", sold AS (SELECT " + ago
                                + " END AS ago, p.amount, b.is_member FROM predictive.purchase p JOIN base b ON b.contact_id = p.contact_id"
                                + " WHERE p.day <= ? AND p.day > ?)"
                                + " SELECT r.ago, coalesce(sum(s.amount) FILTER (s.is_member), 0), coalesce(sum(s.amount), 0)"
                                + " FROM range(" + quarters + ") r(ago) LEFT JOIN sold s ON s.ago = r.ago"
                                + " GROUP BY r.ago ORDER BY r.ago DESC",
                        values.toArray());
    }

    private static Quarter quarter(ResultSet row, LocalDate asOf) throws SQLException {
        int ago = row.getInt(1);
        return new Quarter(end(asOf, ago + 1).plusDays(1), end(asOf, ago), row.getDouble(2), row.getDouble(3));
    }

    private static LocalDate end(LocalDate asOf, int quartersAgo) {
        return asOf.minusMonths((long) MONTHS * quartersAgo);
    }

    /** What most members bought in the last 365 days, most frequent first; shares are of all members and of all other customers. */
    public List<WordShares> favourites(String kind, String segment, Bought bought, LocalDate asOf, int most) {
        Optional<FeatureSchema> schema = schema();
        return schema.isEmpty()
                ? List.of()
                : warehouse.list(
                        "looking for what a segment buys",
                        PersonaPurchases::shares,
                        PersonaBase.with(schema.get())
                                + ", bought AS (SELECT DISTINCT contact_id, " + bought.column
                                + " AS word FROM predictive.purchase_line WHERE NOT refund AND trim(" + bought.column
                                + ") <> '' AND day <= ? AND day > ?),"
                                + " sizes AS (SELECT count(*) FILTER (is_member) AS inside, count(*) FILTER (NOT is_member) AS outside FROM base)"
                                + " SELECT word, count(*) FILTER (is_member) AS buyers, any_value(inside), count(*) FILTER (NOT is_member),"
                                + " any_value(outside) FROM bought JOIN base USING (contact_id), sizes GROUP BY word"
                                + " HAVING buyers > 0 ORDER BY buyers DESC, word LIMIT " + most,
                        kind,
                        segment,
                        asOf,
                        asOf.minusDays(YEAR));
    }

    private static WordShares shares(ResultSet row) throws SQLException {
        return new WordShares(
                row.getString(1), new Share(row.getLong(2), row.getLong(3)), new Share(row.getLong(4), row.getLong(5)));
    }

    private Optional<FeatureSchema> schema() {
        return warehouse.run("reading the feature schema", FeatureTable::storedSchema);
    }
}
