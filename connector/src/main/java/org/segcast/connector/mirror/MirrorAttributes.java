/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

/** Types of the contacts' attributes, by their content: what 98% of an attribute's values are, it is, for real data holds dirt. */
final class MirrorAttributes {
    /** What a value looks like is asked once for each different one: most attributes have few. */
    private static final String COUNTS = """
            SELECT name, CAST(sum(c) AS BIGINT) AS n, count(*) AS different, max(length(value)) AS longest,
              sum(c) FILTER (regexp_full_match(value, '[+-]?(0|[1-9][0-9]{0,14})(\\.[0-9]+)?')) AS numbers,
              sum(c) FILTER (lower(value) IN ('0', '1', 'true', 'false', 'yes', 'no')) AS flags,
              sum(c) FILTER (regexp_matches(value, '^[0-9]{4}-[0-9]{2}-[0-9]{2}') AND try_cast(value AS TIMESTAMP) IS NOT NULL) AS dates
            FROM (SELECT name, value, count(*) AS c
              FROM (SELECT unnest(map_keys(attributes)) AS name, unnest(map_values(attributes)) AS value FROM mirror.contact)
              GROUP BY ALL)
            GROUP BY name
            """;

    private MirrorAttributes() {}

    static void infer(MirrorSession session) {
        session.update("DELETE FROM mirror.attribute_definition");
        session.update("INSERT INTO mirror.attribute_definition SELECT name, CASE"
                + " WHEN flags = n AND different <= 2 THEN 'BOOLEAN'"
                + " WHEN numbers >= 0.98 * n THEN 'NUMERIC'"
                + " WHEN dates >= 0.98 * n THEN 'DATE'"
                + " WHEN different <= 100 AND longest <= 60 AND (different <= 10 OR 2 * different <= n) THEN 'NOMINAL'"
                + " ELSE 'TEXT' END FROM (" + COUNTS + ") ORDER BY name");
    }
}
