/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.util.List;

/**
 * The mirror's tables, in a schema of their own beside what others keep in the file. Tables named {@code stage_} hold what a sync has read and not yet merged. No
 * index: the merge keeps ids single, and DuckDB's indexes cost more at loading than they save at reading.
 */
final class MirrorSchema {
    static final String NAME = "mirror";
    /** Raise it with every change of the tables: an older mirror is dropped, and the next sync reads all again. */
    private static final int VERSION = 5;

    private static final String ATTRIBUTES = "attributes MAP(VARCHAR, VARCHAR)";
    /** Joined by {@link MirrorRows#SEPARATOR}: appending a MAP costs ten times what appending these two texts does. */
    private static final String STAGED_ATTRIBUTES = "attribute_names VARCHAR, attribute_values VARCHAR";

    private static final String CONTACT =
            "id VARCHAR, name VARCHAR, email VARCHAR, phone VARCHAR, company VARCHAR, active BOOLEAN, email_allowed BOOLEAN,"
                    + " profiling_allowed BOOLEAN, " + ATTRIBUTES + ", changed_at TIMESTAMP";
    private static final String ORDERS = "id VARCHAR, contact_id VARCHAR, ordered_at TIMESTAMP, amount DECIMAL(18,2),"
            + " currency VARCHAR, state VARCHAR, original_amount DECIMAL(18,2), original_currency VARCHAR, changed_at TIMESTAMP";
    private static final String LINE = "order_id VARCHAR, product VARCHAR, category VARCHAR, quantity DECIMAL(18,3),"
            + " amount DECIMAL(18,2), discount DECIMAL(18,2), ordinal BIGINT";
    private static final String RESPONSE =
            "campaign VARCHAR, contact_id VARCHAR, treatment VARCHAR, responded_on DATE, responded BOOLEAN";
    private static final String ENGAGEMENT =
            "id VARCHAR, contact_id VARCHAR, kind VARCHAR, happened_at TIMESTAMP, changed_at TIMESTAMP";
    private static final String LEFT_OUT = "kind VARCHAR, id VARCHAR";
    private static final String PLACE = ", ordinal BIGINT, line INTEGER";

    private static final List<String> TABLES = List.of(
            "mirror.state (version INTEGER, source VARCHAR)",
            "mirror.contact (" + CONTACT + ")",
            "mirror.orders (" + ORDERS + ")",
            "mirror.order_line (" + LINE + ")",
            "mirror.response (" + RESPONSE + ")",
            "mirror.engagement (" + ENGAGEMENT + ")",
            "mirror.left_out (" + LEFT_OUT + ")",
            "mirror.attribute_definition (name VARCHAR, type VARCHAR)",
            "mirror.stage_contact (" + CONTACT.replace(ATTRIBUTES, STAGED_ATTRIBUTES) + PLACE + ")",
            "mirror.stage_orders (" + ORDERS + PLACE + ")",
            "mirror.stage_order_line (" + LINE + ", line INTEGER, of_order BIGINT)",
            "mirror.stage_response (" + RESPONSE + PLACE + ")",
            "mirror.stage_engagement (" + ENGAGEMENT + PLACE + ")",
            "mirror.stage_left_out (" + LEFT_OUT + ")",
            "mirror.stage_gone (kind VARCHAR, id VARCHAR)",
            "mirror.sync_cursor (kind VARCHAR, changed_up_to TIMESTAMP, series VARCHAR[])",
            "mirror.sync_read (kind VARCHAR, changed_since TIMESTAMP, started_at TIMESTAMP, quiet_up_to TIMESTAMP, next_page VARCHAR,"
                    + " observed TIMESTAMP, records BIGINT, complete BOOLEAN, series VARCHAR[])");

    /** The staged contacts with the columns of the merged ones. */
    static final String STAGED_CONTACTS =
            "(SELECT * EXCLUDE (attribute_names, attribute_values), CASE WHEN attribute_names = '' THEN CAST(MAP {} AS MAP(VARCHAR, VARCHAR))"
                    + " ELSE map(string_split(attribute_names, chr(31)), string_split(attribute_values, chr(31))) END AS attributes"
                    + " FROM mirror.stage_contact)";

    private MirrorSchema() {}

    /** Makes what is missing; drops a mirror of another version or of another CRM. */
    static void ensure(MirrorSession session) {
        session.update("CREATE SCHEMA IF NOT EXISTS mirror");
        session.update("CREATE TABLE IF NOT EXISTS " + TABLES.get(0));
        if (session.number("SELECT count(*) FROM mirror.state WHERE version = ?", VERSION) == 0) {
            recreate(session, "");
        }
    }

    static void recreate(MirrorSession session, String source) {
        session.update("DROP SCHEMA mirror CASCADE");
        session.update("CREATE SCHEMA mirror");
        TABLES.forEach(table -> session.update("CREATE TABLE " + table));
        session.update("INSERT INTO mirror.state VALUES (?, ?)", VERSION, source);
    }
}
