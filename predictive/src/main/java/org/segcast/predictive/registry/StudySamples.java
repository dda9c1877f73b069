/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.study.Person;
import org.segcast.predictive.study.Traits;

/** Draws a sample of the profiled contacts and tells of those who were drawn. Who may no longer be known is no longer in the sample either. */
public final class StudySamples {
    /** The strata are the RFM segments. */
    public static final String SEGMENTS = "rfm";

    private static final String SEGMENT =
            " LEFT JOIN predictive.membership m ON m.contact_id = f.contact_id AND m.kind = '" + SEGMENTS + "'";

    private final Warehouse warehouse;

    public StudySamples(WarehouseConnections connections) {
        this.warehouse = new Warehouse(connections);
    }

    /**
     * How many people each stratum has, by name.
     *
     * @param by {@link #SEGMENTS}, the name of a word feature, or empty text for one stratum of all; of an unknown feature nobody is told
     */
    public Map<String, Long> strata(String by) {
        return warehouse.run("counting strata", connection -> {
            Map<String, Long> sizes = new LinkedHashMap<>();
            Optional<String> stratum = stratum(connection, by);
            if (stratum.isPresent()) {
                Warehouse.flow(
                        connection,
                        row -> sizes.put(row.getString(1), row.getLong(2)),
                        "SELECT " + stratum.get() + " AS stratum, count(*) FROM predictive.feature f" + SEGMENT
                                + " GROUP BY stratum ORDER BY stratum");
            }
            return sizes;
        });
    }

    /**
     * Draws anew, in place of the sample before: of each stratum those whose ids come first when digested together with the seed, so that the same contacts and seed give the same
     * people on any machine.
     *
     * @param wanted people of each stratum
     */
    public void draw(String by, Map<String, Long> wanted, long seed) {
        List<String> names = new ArrayList<>(wanted.keySet());
        warehouse.transaction("drawing a sample", connection -> {
            Optional<String> stratum = stratum(connection, by);
            Warehouse.execute(connection, "DELETE FROM predictive.study_sample");
            if (stratum.isPresent()) {
                Warehouse.update(
                        connection,
                        "INSERT INTO predictive.study_sample SELECT d.contact_id FROM (SELECT f.contact_id, "
                                + stratum.get() + " AS stratum, row_number() OVER (PARTITION BY " + stratum.get()
                                + " ORDER BY md5(f.contact_id || ':' || ?), f.contact_id) AS place"
                                + " FROM predictive.feature f" + SEGMENT + ") d"
                                + " JOIN (SELECT unnest(CAST(? AS VARCHAR[])) AS stratum, unnest(CAST(? AS BIGINT[])) AS people) w"
                                + " ON w.stratum = d.stratum WHERE d.place <= w.people",
                        Long.toString(seed),
                        connection.createArrayOf("VARCHAR", names.toArray()),
                        connection.createArrayOf(
                                "BIGINT", names.stream().map(wanted::get).toArray()));
            }
        });
    }

    public void forget() {
        warehouse.transaction(
                "forgetting a sample",
                connection -> Warehouse.execute(connection, "DELETE FROM predictive.study_sample"));
    }

    /** Those drawn, by id, as the latest matrix describes them; none before one. */
    public List<Person> people() {
        return warehouse.run("reading a sample", connection -> {
            Optional<FeatureSchema> schema = FeatureTable.storedSchema(connection);
            return schema.isEmpty()
                    ? List.of()
                    : Warehouse.list(connection, StudySamples::person, people(schema.get()));
        });
    }

    private static String people(FeatureSchema schema) {
        String age = number(schema, "age");
        String orders = number(schema, "order_count");
        return "WITH ranked AS (SELECT contact_id"
                + ", ntile(5) OVER (ORDER BY " + number(schema, "days_since_last_order")
                + " DESC, contact_id) AS recency"
                + ", ntile(5) OVER (ORDER BY " + orders + ", contact_id) AS orders"
                + ", ntile(5) OVER (ORDER BY " + number(schema, "total_spent") + ", contact_id) AS spend"
                + " FROM predictive.feature WHERE " + orders + " > 0)"
                + " SELECT f.contact_id, CASE WHEN f_age >= 0 AND f_age <= 120 THEN f_age END AS age, gender, country, zip_area, industry,"
                + " coalesce(m.segment, '') AS segment, coalesce(r.recency, 0) AS recency, coalesce(r.orders, 0) AS orders,"
                + " coalesce(r.spend, 0) AS spend FROM (SELECT contact_id, " + age + " AS f_age, "
                + word(schema, "gender") + " AS gender, " + word(schema, "country") + " AS country, "
                + word(schema, "zip_area") + " AS zip_area, " + word(schema, "industry") + " AS industry"
                + " FROM predictive.feature) f JOIN predictive.study_sample USING (contact_id)"
                + " LEFT JOIN ranked r ON r.contact_id = f.contact_id" + SEGMENT + " ORDER BY f.contact_id";
    }

    private static Person person(ResultSet row) throws SQLException {
        double age = row.getDouble("age");
        Traits traits = new Traits(
                row.wasNull() ? Double.NaN : age,
                row.getString("gender"),
                row.getString("country"),
                row.getString("zip_area"),
                row.getString("industry"));
        return new Person(
                row.getString("contact_id"),
                traits,
                row.getString("segment"),
                row.getInt("recency"),
                row.getInt("orders"),
                row.getInt("spend"));
    }

    private static Optional<String> stratum(Connection connection, String by) throws SQLException {
        Optional<FeatureSchema> schema = FeatureTable.storedSchema(connection);
        if (by.equals(SEGMENTS)) {
            return schema.map(any -> "coalesce(m.segment, '')");
        }
        return by.isEmpty()
                ? schema.map(any -> "''")
                : schema.filter(told -> told.has(by, FeatureType.NOMINAL)).map(told -> "f.s" + told.nominalIndex(by));
    }

    private static String number(FeatureSchema schema, String name) {
        return schema.has(name, FeatureType.NUMERIC) ? "n" + schema.numericIndex(name) : "CAST(NULL AS DOUBLE)";
    }

    private static String word(FeatureSchema schema, String name) {
        return schema.has(name, FeatureType.NOMINAL) ? "s" + schema.nominalIndex(name) : "''";
    }
}
