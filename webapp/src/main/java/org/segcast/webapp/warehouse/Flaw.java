/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.warehouse;

/**
 * What is wrong with contacts or orders in the mirror, each found by one SELECT of {@code contact_id} and {@code what}, a row for every record that has it. Archived contacts do
 * not count, nor do cancelled orders. {@code $day} stands for the day of the run.
 */
public enum Flaw {
    SAME_EMAIL(
            Of.CONTACTS,
            "SELECT id AS contact_id, 'the same e-mail as ' || (n - 1) || CASE n WHEN 2 THEN ' other contact' ELSE ' other contacts' END AS what"
                    + " FROM (SELECT id, count(*) OVER (PARTITION BY lower(trim(email))) AS n FROM known WHERE trim(email) <> '') WHERE n > 1"),
    SAME_PERSON(
            Of.CONTACTS,
            "SELECT id AS contact_id, 'the same name and phone as ' || (n - 1) || CASE n WHEN 2 THEN ' other contact' ELSE ' other contacts' END AS what"
                    + " FROM (SELECT id, count(*) OVER (PARTITION BY lower(strip_accents(trim(name))), digits) AS n FROM"
                    + " (SELECT id, name, regexp_replace(phone, '[^0-9]', '', 'g') AS digits FROM known)"
                    + " WHERE length(digits) >= 6 AND trim(name) <> '') WHERE n > 1"),
    IMPOSSIBLE_AGE(
            Of.CONTACTS,
            "SELECT id AS contact_id, field || ' ' || value || CASE WHEN age IS NULL THEN ' cannot be read' ELSE '' END AS what FROM"
                    + " (SELECT id, field, value, CASE WHEN plain = 'age' THEN TRY_CAST(value AS DOUBLE)"
                    + " ELSE date_sub('year', TRY_CAST(value AS DATE), $day) + CASE WHEN TRY_CAST(value AS DATE) > $day THEN -1 ELSE 0 END"
                    + " END AS age FROM (SELECT id, field.key AS field, field.value AS value,"
                    + " regexp_replace(regexp_replace(lower(field.key), '^x_(studio_)?', ''), '[\\s_-]', '', 'g') AS plain"
                    + " FROM (SELECT id, unnest(map_entries(attributes)) AS field FROM known))"
                    + " WHERE plain IN ('birthdate', 'birthday', 'dateofbirth', 'dob', 'geburtsdatum', 'age') AND value <> '')"
                    + " WHERE age IS NULL OR age < 0 OR age > 115"),
    INVALID_EMAIL(
            Of.CONTACTS,
            "SELECT id AS contact_id, 'an e-mail without a proper form' AS what FROM known WHERE trim(email) <> ''"
                    + " AND NOT regexp_full_match(trim(email), '[^@\\s,;<>]+@[^@\\s.,;<>]+(\\.[^@\\s.,;<>]+)+')"),
    UNREACHABLE(
            Of.CONTACTS,
            "SELECT id AS contact_id, 'neither e-mail nor phone' AS what FROM known WHERE coalesce(trim(email), '') = ''"
                    + " AND coalesce(trim(phone), '') = ''"),
    FUTURE_ORDER(
            Of.ORDERS,
            "SELECT contact_id, 'order ' || id || ' of ' || CAST(ordered_at AS DATE) AS what FROM placed"
                    + " WHERE CAST(ordered_at AS DATE) > $day"),
    ANCIENT_ORDER(
            Of.ORDERS,
            "SELECT contact_id, 'order ' || id || ' of ' || CAST(ordered_at AS DATE) AS what FROM placed"
                    + " WHERE ordered_at < DATE '1990-01-01'"),
    NEGATIVE_ORDER(
            Of.ORDERS,
            "SELECT contact_id, 'order ' || id || ' over ' || amount || ' ' || currency AS what FROM placed"
                    + " WHERE amount < 0 AND state <> 'REFUND'"),
    OTHER_CURRENCY(
            Of.ORDERS,
            "SELECT contact_id, 'order ' || id || ' in ' || coalesce(original_currency, currency) AS what FROM placed"
                    + " WHERE coalesce(original_currency, currency) <> (SELECT mode(currency) FROM placed)"),
    NO_LINES(
            Of.ORDERS,
            "SELECT p.contact_id, 'order ' || p.id AS what FROM placed p ANTI JOIN mirror.order_line l ON l.order_id = p.id"
                    + " WHERE p.state = 'CONFIRMED' AND CAST(p.ordered_at AS DATE) <= $day");

    /** What a flaw is counted among. */
    public enum Of {
        CONTACTS("known"),
        ORDERS("placed");

        private final String table;

        Of(String table) {
            this.table = table;
        }

        String table() {
            return table;
        }
    }

    private final Of of;
    private final String select;

    Flaw(Of of, String select) {
        this.of = of;
        this.select = select;
    }

    public Of of() {
        return of;
    }

    String select() {
        return select;
    }
}
