/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.history.Purchase;
import org.segcast.predictive.history.PurchaseLine;

/**
 * Those of whom something is not as in the matrix that is being replaced, each with the new row and all purchases, in tables like the ones of everybody: so rules over them
 * read nothing of anybody else. Kept only until the rules are evaluated.
 */
final class ChangedContacts implements AutoCloseable {

    /** Of more than one in so many nothing is kept: to look at everybody takes no longer then. */
    private static final int ONE_IN = 8;

    /** A few may always change, however small the shop. */
    private static final int ALWAYS = 100;

    private static final List<String> TABLES = List.of("changed_feature", "changed_purchase", "changed_purchase_line");
    private static final String PURCHASE =
            "contact_id VARCHAR NOT NULL, day DATE NOT NULL, amount DECIMAL(18,2) NOT NULL, refund BOOLEAN NOT NULL";
    private static final String LINE = PURCHASE
            + ", order_id BIGINT NOT NULL, product VARCHAR NOT NULL, category VARCHAR NOT NULL, quantity DECIMAL(18,3) NOT NULL";

    private final FeatureTable table;
    private final long[] known;
    private final DuckDBAppender rows;
    private final DuckDBAppender purchases;
    private final DuckDBAppender lines;
    private long changed;
    private long orders;

    ChangedContacts(Connection connection, FeatureTable table) throws SQLException {
        this.table = table;
        this.known = fingerprints(connection);
        List<String> columns = List.of(table.columns(), PURCHASE, LINE);
        for (int i = 0; i < columns.size(); i++) {
            Warehouse.execute(
                    connection, "CREATE OR REPLACE TABLE predictive." + TABLES.get(i) + " (" + columns.get(i) + ")");
        }
        DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
        this.rows = duck.createAppender("predictive", TABLES.get(0));
        this.purchases = duck.createAppender("predictive", TABLES.get(1));
        this.lines = duck.createAppender("predictive", TABLES.get(2));
    }

    /** Of the stored matrix, ascending. */
    private static long[] fingerprints(Connection connection) throws SQLException {
        int count = Warehouse.list(connection, row -> row.getInt(1), "SELECT count(*) FROM predictive.feature")
                .get(0);
        long[] found = new long[count];
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT coalesce(print, 0) FROM predictive.feature");
                ResultSet row = statement.executeQuery()) {
            for (int i = 0; i < count && row.next(); i++) {
                found[i] = row.getLong(1);
            }
        }
        Arrays.parallelSort(found);
        return found;
    }

    /** Whether all that changed is here. */
    boolean areAll() {
        return changed <= ALWAYS + known.length / ONE_IN;
    }

    void note(FeatureVector vector, List<Purchase> bought, long fingerprint) throws SQLException {
        if (!areAll() || Arrays.binarySearch(known, fingerprint) >= 0) {
            return;
        }
        changed++;
        table.append(rows, vector, fingerprint);
        for (Purchase purchase : bought) {
            orders++;
            begin(purchases, vector, purchase, purchase.amount()).endRow();
            for (PurchaseLine line : purchase.lines()) {
                begin(lines, vector, purchase, line.amount())
                        .append(orders)
                        .append(line.product())
                        .append(line.category())
                        .appendDecimal(Math.round(line.quantity() * 1_000))
                        .endRow();
            }
        }
    }

    private static DuckDBAppender begin(DuckDBAppender appender, FeatureVector vector, Purchase purchase, double amount)
            throws SQLException {
        return appender.beginRow()
                .append(vector.contactId())
                .append(purchase.date())
                .appendDecimal(Math.round(amount * 100))
                .append(purchase.refund());
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        purchases.close();
        lines.close();
    }

    static void drop(Connection connection) throws SQLException {
        for (String gone : TABLES) {
            Warehouse.execute(connection, "DROP TABLE IF EXISTS predictive." + gone);
        }
    }
}
