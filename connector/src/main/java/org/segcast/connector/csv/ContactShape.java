/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.segcast.connector.spi.Consent;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.RecordKind;

/** A row of {@code contacts.csv}. Markup in attributes becomes plain text; names stay as they are. */
final class ContactShape implements CsvShape<ContactRecord> {
    private static final Set<String> OWN = Set.of(
            "id", "name", "email", "phone", "company", "active", "email_opt_out", "no_profiling", "lawful_basis");
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*>|&(#\\d+|[a-zA-Z]+);");

    @Override
    public RecordKind kind() {
        return RecordKind.CONTACT;
    }

    @Override
    public String id() {
        return "id";
    }

    @Override
    public List<String> required() {
        return List.of("id", "name", "email");
    }

    @Override
    public ContactRecord record(CsvHeader header, CsvCells cells) throws CsvDefect {
        return new ContactRecord(
                cells.required("id"),
                cells.verbatim("name"),
                cells.text("email"),
                cells.text("phone"),
                cells.text("company"),
                cells.flag("active", true),
                consent(header, cells),
                attributes(header, cells),
                Optional.empty());
    }

    private static Consent consent(CsvHeader header, CsvCells cells) throws CsvDefect {
        boolean basis = header.place("lawful_basis").isEmpty()
                || cells.text("lawful_basis")
                        .filter(text -> !text.equalsIgnoreCase("none"))
                        .isPresent();
        return new Consent(!cells.flag("email_opt_out", false), basis && !cells.flag("no_profiling", false));
    }

    private static Map<String, String> attributes(CsvHeader header, CsvCells cells) {
        Map<String, String> attributes = new HashMap<>();
        for (String column : header.beyond(OWN)) {
            cells.text(column.toLowerCase(Locale.ROOT))
                    .map(ContactShape::plain)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> attributes.put(column, text));
        }
        return attributes;
    }

    private static String plain(String value) {
        return MARKUP.matcher(value).find() ? Jsoup.parse(value).text().strip() : value;
    }
}
