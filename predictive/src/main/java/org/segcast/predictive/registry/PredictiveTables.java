/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The tables, made if missing, all in the schema {@code predictive}. Can be deleted and inferred again, but for the histories. */
final class PredictiveTables {

    /** The matrix itself, {@code predictive.feature}, is made with each replacement, since its columns depend on the attributes. */
    static final List<String> DEFINITIONS = List.of(
            "CREATE SCHEMA IF NOT EXISTS predictive",
            "CREATE TABLE IF NOT EXISTS predictive.feature_matrix (as_of DATE NOT NULL, version INTEGER NOT NULL)",
            "CREATE TABLE IF NOT EXISTS predictive.feature_schema (position INTEGER NOT NULL, name VARCHAR NOT NULL,"
                    + " type VARCHAR NOT NULL, unit VARCHAR NOT NULL, description VARCHAR NOT NULL)",
            "CREATE TABLE IF NOT EXISTS predictive.membership (kind VARCHAR NOT NULL, contact_id VARCHAR NOT NULL,"
                    + " segment VARCHAR NOT NULL, as_of DATE NOT NULL)",
            "CREATE TABLE IF NOT EXISTS predictive.membership_history (kind VARCHAR NOT NULL, contact_id VARCHAR NOT NULL,"
                    + " as_of DATE NOT NULL, from_segment VARCHAR NOT NULL, to_segment VARCHAR NOT NULL, cause VARCHAR NOT NULL)",
            "CREATE TABLE IF NOT EXISTS predictive.study_sample (contact_id VARCHAR NOT NULL)",
            "CREATE TABLE IF NOT EXISTS predictive.rule_version (segment VARCHAR NOT NULL, version VARCHAR NOT NULL)",
            "CREATE TABLE IF NOT EXISTS predictive.rule_seen (contact_id VARCHAR NOT NULL, fingerprint UBIGINT NOT NULL)",
            "ALTER TABLE predictive.rule_seen ADD COLUMN IF NOT EXISTS held UBIGINT", // missing: to be looked at
            "CREATE TABLE IF NOT EXISTS predictive.rule_basis (as_of DATE NOT NULL, noted BOOLEAN NOT NULL)",
            "ALTER TABLE IF EXISTS predictive.feature ADD COLUMN IF NOT EXISTS print BIGINT", // missing: changed
            "CREATE TABLE IF NOT EXISTS predictive.lifetime_value (contact_id VARCHAR NOT NULL, as_of DATE NOT NULL,"
                    + " alive DOUBLE NOT NULL, orders DOUBLE NOT NULL, orders_low INTEGER NOT NULL, orders_high INTEGER NOT NULL,"
                    + " amount DOUBLE NOT NULL, amount_low DOUBLE NOT NULL, amount_high DOUBLE NOT NULL)",
            "CREATE TABLE IF NOT EXISTS predictive.score (objective VARCHAR NOT NULL, contact_id VARCHAR NOT NULL,"
                    + " segment VARCHAR NOT NULL, probability DOUBLE NOT NULL, band VARCHAR NOT NULL, percentile INTEGER NOT NULL,"
                    + " model_id VARCHAR NOT NULL, as_of DATE NOT NULL, reason VARCHAR NOT NULL, reasons VARCHAR NOT NULL)",
            "CREATE TABLE IF NOT EXISTS predictive.score_history (objective VARCHAR NOT NULL, contact_id VARCHAR NOT NULL,"
                    + " as_of DATE NOT NULL, probability DOUBLE NOT NULL, band VARCHAR NOT NULL, model_id VARCHAR NOT NULL)");

    private static final List<String> OF_CONTACTS = List.of(
            "lifetime_value",
            "membership",
            "membership_history",
            "rule_seen",
            "score",
            "score_history",
            "study_sample");

    private PredictiveTables() {}

    /** Forgets everybody who is not in the matrix: who objected to profiling leaves no trace in any of our tables. */
    static void forgetAllOutsideTheMatrix(Connection connection) throws SQLException {
        for (String table : OF_CONTACTS) {
            Warehouse.execute(
                    connection,
                    "DELETE FROM predictive." + table + " AS t WHERE NOT EXISTS"
                            + " (SELECT 1 FROM predictive.feature AS f WHERE f.contact_id = t.contact_id)");
        }
    }

    /** @param contactIds texts, all taken in one pass of each table, for tens of thousands may be archived at once */
    static void forget(Connection connection, Array contactIds) throws SQLException {
        for (String table : OF_CONTACTS) {
            forget(connection, table, contactIds);
        }
    }

    static void forget(Connection connection, String table, Array contactIds) throws SQLException {
        Warehouse.update(
                connection,
                "DELETE FROM predictive." + table + " WHERE contact_id IN (SELECT unnest(CAST(? AS VARCHAR[])))",
                contactIds);
    }
}
