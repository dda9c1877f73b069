/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.duckdb.DuckDBAppender;
import org.segcast.predictive.feature.CsvLine;
import org.segcast.predictive.lifetime.CustomerLifetimeValue;

/** What each customer is expected to order and to be worth, as of the day that they were valued last. */
public final class LifetimeValueStore {
    private static final String COLUMNS = "contact_id VARCHAR NOT NULL, alive DOUBLE NOT NULL, orders DOUBLE NOT NULL,"
            + " orders_low INTEGER NOT NULL, orders_high INTEGER NOT NULL, amount DOUBLE NOT NULL,"
            + " amount_low DOUBLE NOT NULL, amount_high DOUBLE NOT NULL";
    private static final String VALUES =
            "contact_id, alive, orders, orders_low, orders_high, amount, amount_low, amount_high";
    private static final String SUMS = "count(*) AS customers, coalesce(sum(alive), 0) AS alive,"
            + " coalesce(sum(orders), 0) AS orders, coalesce(sum(amount), 0) AS amount";
    private static final int DECIMALS = 6;
    private static final int CENTS = 2;

    private final Warehouse warehouse;

    public LifetimeValueStore(WarehouseConnections connections) {
        this.warehouse = new Warehouse(connections);
    }

    /** Tells customers' values one by one. */
    public interface Values {
        void forEach(Consumer<CustomerLifetimeValue> sink);
    }

    /** Replaces all of them at once. */
    public void replace(LocalDate asOf, Values values) {
        warehouse.stage(
                "writing lifetime values",
                "staged_lifetime_value",
                COLUMNS,
                appender -> values.forEach(value -> {
                    try {
                        append(appender, value);
                    } catch (SQLException e) {
                        throw Warehouse.failed("writing the lifetime value of contact " + value.contactId(), e);
                    }
                }));
        warehouse.transaction("replacing the lifetime values", connection -> {
            Warehouse.update(connection, "DELETE FROM predictive.lifetime_value");
            Warehouse.update(
                    connection,
                    "INSERT INTO predictive.lifetime_value (as_of, " + VALUES + ") SELECT ?, " + VALUES
                            + " FROM predictive.staged_lifetime_value ORDER BY contact_id",
                    asOf);
            Warehouse.execute(connection, "DROP TABLE predictive.staged_lifetime_value");
        });
    }

    public void clear() {
        warehouse.run("forgetting the lifetime values", connection -> {
            Warehouse.update(connection, "DELETE FROM predictive.lifetime_value");
            return true;
        });
    }

    /** The day that they are as of; nothing where nobody has one. */
    public Optional<LocalDate> asOf() {
        return warehouse
                .list(
                        "reading the day of the lifetime values",
                        row -> Warehouse.date(row, "as_of"),
                        "SELECT as_of FROM predictive.lifetime_value LIMIT 1")
                .stream()
                .findFirst();
    }

    /** Of everybody together. */
    public LifetimeSums all() {
        return warehouse
                .list(
                        "adding up lifetime values",
                        LifetimeValueStore::sums,
                        "SELECT '' AS segment, " + SUMS + " FROM predictive.lifetime_value")
                .get(0);
    }

    /** Of every segment of any kind that has a customer with a value, by the segment's key. */
    public List<LifetimeSums> bySegment() {
        return warehouse.list(
                "adding up the lifetime values of segments",
                LifetimeValueStore::sums,
                "SELECT m.segment AS segment, " + SUMS + " FROM predictive.membership AS m"
                        + " JOIN predictive.lifetime_value AS v ON v.contact_id = m.contact_id"
                        + " GROUP BY m.segment ORDER BY m.segment");
    }

    /** How much of all value the customers of greatest value have, for each tenth of the customers from the top: ten ascending shares of 1. */
    public List<Double> concentration() {
        return warehouse.list(
                "sorting lifetime values",
                row -> row.getDouble(1),
                "SELECT sum(sum(amount)) OVER (ORDER BY tenth) / greatest(sum(sum(amount)) OVER (), 1e-9) FROM"
                        + " (SELECT amount, ntile(10) OVER (ORDER BY amount DESC, contact_id) AS tenth"
                        + " FROM predictive.lifetime_value) GROUP BY tenth ORDER BY tenth");
    }

    public Optional<CustomerLifetimeValue> find(String contactId) {
        return warehouse
                .list(
                        "reading a lifetime value",
                        LifetimeValueStore::value,
                        "SELECT " + VALUES + " FROM predictive.lifetime_value WHERE contact_id = ?",
                        contactId)
                .stream()
                .findFirst();
    }

    /** Those of greatest value first. */
    public List<CustomerLifetimeValue> greatest(int count) {
        return warehouse.list(
                "reading the greatest lifetime values",
                LifetimeValueStore::value,
                "SELECT " + VALUES + " FROM predictive.lifetime_value ORDER BY amount DESC, contact_id LIMIT ?",
                count);
    }

    /** Those who have probably left but not for sure (10 to 50% likely not to have), first who would be worth most had they not. */
    public List<CustomerLifetimeValue> lost(int count) {
        return warehouse.list(
                "reading the customers worth winning back",
                LifetimeValueStore::value,
                "SELECT " + VALUES + " FROM predictive.lifetime_value WHERE alive BETWEEN 0.1 AND 0.5"
                        + " ORDER BY amount / alive DESC, contact_id LIMIT ?",
                count);
    }

    /** Writes {@code contact_id,as_of,alive,orders,orders_low,orders_high,value,value_low,value_high} by ascending contact id. */
    public void writeCsv(Appendable out) {
        CsvLine line = new CsvLine(out);
        for (String column : List.of(
                "contact_id",
                "as_of",
                "alive",
                "orders",
                "orders_low",
                "orders_high",
                "value",
                "value_low",
                "value_high")) {
            line.text(column);
        }
        line.end();
        warehouse.flow(
                "reading lifetime values",
                row -> {
                    CustomerLifetimeValue value = value(row);
                    line.text(value.contactId())
                            .text(Warehouse.date(row, "as_of").toString())
                            .number(value.alive(), DECIMALS)
                            .number(value.orders(), DECIMALS)
                            .number(value.ordersLow(), 0)
                            .number(value.ordersHigh(), 0)
                            .number(value.amount(), CENTS)
                            .number(value.amountLow(), CENTS)
                            .number(value.amountHigh(), CENTS)
                            .end();
                },
                "SELECT as_of, " + VALUES + " FROM predictive.lifetime_value ORDER BY contact_id");
    }

    private static void append(DuckDBAppender appender, CustomerLifetimeValue value) throws SQLException {
        appender.beginRow();
        appender.append(value.contactId());
        appender.append(value.alive());
        appender.append(value.orders());
        appender.append(value.ordersLow());
        appender.append(value.ordersHigh());
        appender.append(value.amount());
        appender.append(value.amountLow());
        appender.append(value.amountHigh());
        appender.endRow();
    }

    private static CustomerLifetimeValue value(ResultSet row) throws SQLException {
        return new CustomerLifetimeValue(
                row.getString("contact_id"),
                row.getDouble("alive"),
                row.getDouble("orders"),
                row.getInt("orders_low"),
                row.getInt("orders_high"),
                row.getDouble("amount"),
                row.getDouble("amount_low"),
                row.getDouble("amount_high"));
    }

    private static LifetimeSums sums(ResultSet row) throws SQLException {
        return new LifetimeSums(
                row.getString("segment"),
                row.getLong("customers"),
                row.getDouble("alive"),
                row.getDouble("orders"),
                row.getDouble("amount"));
    }
}
