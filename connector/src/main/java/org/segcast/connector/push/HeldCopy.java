/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import org.segcast.connector.mirror.MirrorSession;
import org.segcast.connector.mirror.Warehouse;
import org.segcast.connector.spi.HostCrm;

/** What the CRM held of our marks when it was last read. */
final class HeldCopy {
    private final Warehouse warehouse;

    HeldCopy(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Reads beside what is there, and takes it over at once when all was read. */
    void read(HostCrm crm) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            session.update("CREATE OR REPLACE TABLE push.read_tag (" + PushTables.TAG + ")");
            session.update("CREATE OR REPLACE TABLE push.read_score (" + PushTables.SCORE + ")");
            session.append(
                    PushTables.NAME,
                    "read_tag",
                    tags -> session.append(
                            PushTables.NAME, "read_score", scores -> crm.heldMarks(new MarkTable(tags, scores))));
        }
        MirrorSession.inTransaction(warehouse, HeldCopy::takeOver);
    }

    private static void takeOver(MirrorSession session) {
        session.update("CREATE OR REPLACE TABLE push.held_tag AS SELECT DISTINCT tag, contact_id FROM push.read_tag");
        session.update("CREATE OR REPLACE TABLE push.held_score AS SELECT contact_id, segment, percent, reason"
                + " FROM push.read_score WHERE rowid IN (SELECT max(rowid) FROM push.read_score GROUP BY contact_id)");
        session.update("DROP TABLE push.read_tag");
        session.update("DROP TABLE push.read_score");
        session.update(
                "CREATE OR REPLACE TABLE push.sent_score AS SELECT DISTINCT s.contact_id, s.words, s.chance, s.topic"
                        + " FROM push.sent_score s JOIN push.held_score h"
                        + " ON h.contact_id = s.contact_id AND md5_number(h.reason) = s.words");
    }
}
