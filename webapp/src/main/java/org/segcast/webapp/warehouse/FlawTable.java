/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.warehouse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** Looks for flaws in the mirror and for the segments that they touch, each flaw by a single query. */
@ApplicationScoped
public class FlawTable {
    private static final String LOOK = "WITH known AS (SELECT * FROM mirror.contact WHERE active),"
            + " placed AS (SELECT o.* FROM mirror.orders o JOIN known k ON k.id = o.contact_id WHERE o.state <> 'CANCELLED'),"
            + " found AS MATERIALIZED (%s)"
            + " SELECT 'ALL' AS part, '' AS id, '' AS what, count(*) AS n, count(DISTINCT contact_id) AS contacts,"
            + " (SELECT count(*) FROM %s) AS records FROM found"
            + " UNION ALL (SELECT 'EXAMPLE', contact_id, what, 0, 0, 0 FROM found ORDER BY contact_id, what LIMIT %d)"
            + " UNION ALL (SELECT 'SEGMENT', m.segment, '', count(*), 0, 0 FROM predictive.membership m"
            + " SEMI JOIN found f ON f.contact_id = m.contact_id GROUP BY m.segment) ORDER BY part, id, what";

    @Inject
    private Warehouse warehouse;

    /** @param day of the run: what is dated later lies in the future */
    public FlawFound find(Flaw flaw, LocalDate day) {
        try (Connection connection = warehouse.connection()) {
            return find(connection, flaw, day);
        } catch (SQLException broken) {
            throw new SegcastException(
                    ErrorCode.MIRROR_FAILED,
                    "Looking for flaws in the warehouse failed: try again, and look at the disk's free space",
                    broken);
        }
    }

    static FlawFound find(Connection connection, Flaw flaw, LocalDate day) throws SQLException {
        String sql = LOOK.formatted(
                flaw.select().replace("$day", "DATE '" + day + "'"), flaw.of().table(), FlawFound.EXAMPLES);
        long[] counts = new long[3];
        List<FlawFound.Example> examples = new ArrayList<>();
        Map<String, Long> segments = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                switch (rows.getString("part")) {
                    case "EXAMPLE" -> examples.add(new FlawFound.Example(rows.getString("id"), rows.getString("what")));
                    case "SEGMENT" -> segments.put(rows.getString("id"), rows.getLong("n"));
                    default -> {
                        counts[0] = rows.getLong("n");
                        counts[1] = rows.getLong("contacts");
                        counts[2] = rows.getLong("records");
                    }
                }
            }
        }
        return new FlawFound(flaw, counts[0], counts[2], counts[1], examples, segments);
    }
}
