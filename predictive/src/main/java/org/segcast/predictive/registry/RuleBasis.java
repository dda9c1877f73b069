/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.segcast.predictive.feature.FeatureSchema;

/**
 * What the rules' last evaluation still stands for: the stored matrix; or, once this was replaced by one of the same date and measures, everybody but those in
 * {@link ChangedContacts}; or nobody, where nothing is kept here.
 */
final class RuleBasis {

    private RuleBasis() {}

    /** Whether the stored matrix was evaluated, and a new one of this date and these measures differs from it by its contacts only. */
    static boolean isMatrix(Connection connection, FeatureSchema schema, LocalDate asOf) throws SQLException {
        return holds(connection, asOf, false)
                && FeatureTable.storedSchema(connection)
                        .filter(stored -> stored.fingerprint().equals(schema.fingerprint()))
                        .isPresent();
    }

    /** Whether everybody else than the {@link ChangedContacts} is as at the last evaluation. */
    static boolean isAllButChanged(Connection connection, LocalDate asOf) throws SQLException {
        return holds(connection, asOf, true);
    }

    private static boolean holds(Connection connection, LocalDate asOf, boolean noted) throws SQLException {
        List<Long> found = Warehouse.list(
                connection,
                row -> row.getLong(1),
                "SELECT count(*) FROM predictive.rule_basis WHERE as_of = ? AND noted = ?",
                asOf,
                noted);
        return found.get(0) > 0;
    }

    /** @param noted whether the {@link ChangedContacts} tell all that the new matrix changed */
    static void matrixReplaced(Connection connection, boolean noted) throws SQLException {
        if (noted) {
            Warehouse.execute(connection, "UPDATE predictive.rule_basis SET noted = true");
        } else {
            Warehouse.execute(connection, "DELETE FROM predictive.rule_basis");
            ChangedContacts.drop(connection);
        }
    }

    /** Whom the CRM took back must not stay among the {@link ChangedContacts}; so these go. */
    static void contactsForgotten(Connection connection) throws SQLException {
        Warehouse.execute(connection, "DELETE FROM predictive.rule_basis WHERE noted");
        ChangedContacts.drop(connection);
    }

    static void evaluated(Connection connection, LocalDate asOf) throws SQLException {
        Warehouse.execute(connection, "DELETE FROM predictive.rule_basis");
        Warehouse.update(connection, "INSERT INTO predictive.rule_basis VALUES (?, false)", asOf);
        ChangedContacts.drop(connection);
    }
}
