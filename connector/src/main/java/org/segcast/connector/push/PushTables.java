/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.List;
import org.segcast.connector.mirror.MirrorSession;

/**
 * What the way out needs to know, in a schema of its own beside the mirror: what the CRM holds ({@code held_}), what it should hold ({@code
 * wanted_}), the differences ({@code change_}), those that somebody approved ({@code approved_}), what the
 * latest reasons sent were about ({@code sent_}), and what the latest pushes changed ({@code kept_}).
 */
final class PushTables {
    static final String NAME = "push";
    /** Raise it with every change of the tables: they are made anew, and the next plan reads the CRM again. */
    private static final int VERSION = 4;

    static final String TAG = "tag VARCHAR, contact_id VARCHAR";
    static final String SCORE = "contact_id VARCHAR, segment VARCHAR, percent DOUBLE, reason VARCHAR";
    static final String WANTED_SCORE = SCORE + ", chance DOUBLE, topic VARCHAR";
    private static final String CHANGE_SCORE = "contact_id VARCHAR, kind VARCHAR, segment VARCHAR, percent DOUBLE,"
            + " reason VARCHAR, chance DOUBLE, topic VARCHAR, segment_before VARCHAR, percent_before DOUBLE, reason_before VARCHAR";

    private static final List<String> TABLES = List.of(
            "version (number INTEGER)",
            "held_tag (" + TAG + ")",
            "held_score (" + SCORE + ")",
            "held_up_to (source VARCHAR, changed_up_to TIMESTAMP)",
            "change_tag (" + TAG + ", added BOOLEAN)",
            "change_score (" + CHANGE_SCORE + ")",
            "approved_tag (" + TAG + ", added BOOLEAN)",
            "approved_score (contact_id VARCHAR, kind VARCHAR, segment VARCHAR, percent DOUBLE, reason VARCHAR)",
            "approved (fingerprint VARCHAR)",
            "plan (fingerprint VARCHAR, contacts BIGINT)",
            "plan_tag (place INTEGER, key VARCHAR, name VARCHAR, colour INTEGER, retired BOOLEAN, held BIGINT)",
            "sent_score (contact_id VARCHAR, words UHUGEINT, chance DOUBLE, topic VARCHAR)",
            "kept_tag (push BIGINT, " + TAG + ", added BOOLEAN, name VARCHAR, colour INTEGER)",
            "kept_score (push BIGINT, " + SCORE
                    + ", segment_before VARCHAR, percent_before DOUBLE, reason_before VARCHAR)");

    private PushTables() {}

    static void ensure(MirrorSession session) {
        session.update("CREATE SCHEMA IF NOT EXISTS push");
        session.update("CREATE TABLE IF NOT EXISTS push." + TABLES.get(0));
        if (session.number("SELECT count(*) FROM push.version WHERE number = ?", VERSION) == 0) {
            session.update("DROP SCHEMA push CASCADE");
            session.update("CREATE SCHEMA push");
            TABLES.forEach(table -> session.update("CREATE TABLE push." + table));
            session.update("INSERT INTO push.version VALUES (?)", VERSION);
        }
    }
}
