/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import org.segcast.connector.spi.RecordKind;

/** Takes over the staged lines of orders, once the orders are there. */
final class MirrorLineMerge {
    private static final String SUM =
            "SELECT order_id, sum(hash(product, category, quantity, amount, discount)) AS lines FROM ";

    private final MirrorSession session;

    MirrorLineMerge(MirrorSession session) {
        this.session = session;
    }

    /** @param unknown told lines whose order is not there */
    void take(MirrorSession.RowVisitor unknown) {
        if (session.number("SELECT count(*) FROM mirror.stage_order_line WHERE of_order IS NULL") > 0) {
            dropUnknown(unknown);
            inTheOrdersOwn();
        }
        boolean full = MirrorMerge.full(session, RecordKind.ORDER);
        String held =
                full ? "mirror.order_line" : "mirror.order_line WHERE order_id IN (SELECT id FROM mirror.stage_orders)";
        session.update("CREATE OR REPLACE TEMP TABLE changed AS SELECT coalesce(s.order_id, m.order_id) AS id FROM ("
                + SUM + "mirror.stage_order_line GROUP BY order_id) s"
                + " FULL JOIN (" + SUM + held + " GROUP BY order_id) m ON m.order_id = s.order_id"
                + " WHERE s.lines IS DISTINCT FROM m.lines");
        session.update("DELETE FROM mirror.order_line WHERE order_id IN (SELECT id FROM changed)"
                + " OR order_id IN (SELECT id FROM removed_orders)");
        session.update(
                "INSERT INTO mirror.order_line SELECT order_id, product, category, quantity, amount, discount, ordinal"
                        + " FROM mirror.stage_order_line WHERE order_id IN (SELECT id FROM changed)"
                        + " AND order_id NOT IN (SELECT id FROM removed_orders) ORDER BY order_id, ordinal");
    }

    /** Lines read with their orders always have them; only loose ones may be without. */
    private void dropUnknown(MirrorSession.RowVisitor unknown) {
        session.update("CREATE OR REPLACE TEMP TABLE orphan AS SELECT s.rowid AS place, s.order_id, s.line, s.ordinal"
                + " FROM mirror.stage_order_line s WHERE s.of_order IS NULL"
                + " AND NOT EXISTS (FROM mirror.orders o WHERE o.id = s.order_id)");
        session.each("SELECT order_id, line FROM orphan ORDER BY ordinal", unknown);
        session.update("DELETE FROM mirror.stage_order_line WHERE rowid IN (SELECT place FROM orphan)");
    }

    /** Loose lines get the currency of their order's amount, and those of a refund its sign. */
    private void inTheOrdersOwn() {
        session.update(
                "UPDATE mirror.stage_order_line l SET amount = CASE WHEN o.original_amount = 0 THEN 0"
                        + " ELSE round(CAST(l.amount AS DOUBLE) * CAST(o.amount AS DOUBLE) / CAST(o.original_amount AS DOUBLE), 2) END"
                        + " FROM mirror.orders o WHERE o.id = l.order_id AND l.of_order IS NULL AND o.original_amount IS NOT NULL");
        session.update("UPDATE mirror.stage_order_line l SET amount = -l.amount, quantity = -l.quantity"
                + " FROM (SELECT s.order_id FROM mirror.stage_order_line s JOIN mirror.orders o ON o.id = s.order_id"
                + " WHERE o.state = 'REFUND' AND s.of_order IS NULL GROUP BY s.order_id HAVING sum(s.amount) > 0) r"
                + " WHERE r.order_id = l.order_id AND l.of_order IS NULL");
    }
}
