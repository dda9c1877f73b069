/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The currencies that counted orders were agreed on in: the company's first, then those of the others, named as in ISO 4217, that have most orders. An order tells its
 * own by the place among them, for a text for each of ten million orders takes as long as all the rest; where all are in the company's, nothing is read at all.
 *
 * @param codes empty without orders
 */
record MirrorCurrencies(List<String> codes) {
    private static final int MOST_OTHERS = 9;
    private static final String COMPANYS = "SELECT currency FROM mirror.orders LIMIT 1";
    private static final String OTHERS =
            "SELECT original_currency FROM mirror.orders WHERE original_currency IS NOT NULL AND original_currency <> currency"
                    + " AND regexp_full_match(original_currency, '[A-Z]{3}') AND state IN ('CONFIRMED', 'REFUND')"
                    + " GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT " + MOST_OTHERS;

    MirrorCurrencies {
        codes = List.copyOf(codes);
    }

    static MirrorCurrencies in(MirrorSession session) {
        List<String> found = new ArrayList<>(session.list(COMPANYS, row -> row.getString(1)));
        found.addAll(session.list(OTHERS, row -> row.getString(1)));
        return new MirrorCurrencies(found);
    }

    private boolean several() {
        return codes.size() > 1;
    }

    /** What to select of {@code mirror.orders o}: 1 for the first, and so on; 0 for one that is not among them. */
    String place() {
        if (!several()) {
            return "1";
        }
        String others = codes.stream().skip(1).map(code -> "'" + code + "'").collect(Collectors.joining(", "));
        return "CASE WHEN coalesce(o.original_currency, o.currency) = o.currency THEN 1"
                + " ELSE 1 + coalesce(list_position([" + others + "], o.original_currency), -1) END";
    }

    /** Empty for one that is not among them. */
    String of(ResultSet order, int column) throws SQLException {
        int place = several() ? order.getInt(column) : codes.size();
        return place == 0 ? "" : codes.get(place - 1);
    }
}
