/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import org.segcast.connector.spi.RecordKind;

/** Remembers the ids of records that the CRM has and the mirror has not, so that comparing counts does not stumble over them at every sync. */
final class MirrorLeftOut {
    private MirrorLeftOut() {}

    static void take(MirrorSession session) {
        take(session, RecordKind.CONTACT, "contact");
        take(session, RecordKind.ORDER, "orders");
        take(session, RecordKind.ENGAGEMENT, "engagement");
    }

    private static void take(MirrorSession session, RecordKind kind, String table) {
        if (session.number("SELECT count(*) FROM mirror.left_out WHERE kind = ?", kind.name()) > 0) {
            session.update(
                    "DELETE FROM mirror.left_out WHERE kind = ? AND (? OR id IN (SELECT id FROM mirror.stage_" + table
                            + ") OR id IN (SELECT id FROM mirror.stage_gone WHERE kind = ?))",
                    kind.name(),
                    MirrorMerge.full(session, kind),
                    kind.name());
        }
        if (session.number("SELECT count(*) FROM mirror.stage_left_out WHERE kind = ?", kind.name()) > 0) {
            session.update(
                    "INSERT INTO mirror.left_out SELECT DISTINCT kind, id FROM mirror.stage_left_out s WHERE kind = ?"
                            + " AND NOT EXISTS (FROM mirror." + table + " m WHERE m.id = s.id)"
                            + " AND id NOT IN (SELECT id FROM mirror.left_out WHERE kind = ?)"
                            + " AND id NOT IN (SELECT id FROM mirror.stage_gone WHERE kind = ?)",
                    kind.name(),
                    kind.name(),
                    kind.name());
        }
    }
}
