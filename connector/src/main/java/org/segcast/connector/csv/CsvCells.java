/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The cells of one row by the names of their columns, turned into what they should be. Messages quote only what cannot be a person's. */
final class CsvCells {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern QUOTABLE = Pattern.compile("[0-9.,:/+ TZ-]{1,30}");

    private final CsvHeader header;
    private final CsvRow row;

    CsvCells(CsvHeader header, CsvRow row) {
        this.header = header;
        this.row = row;
    }

    /** Nothing taken away, not even blanks at the ends; empty text where the column or the value is missing. */
    String verbatim(String column) {
        return header.place(column).isPresent() ? cell(header.place(column).getAsInt()) : "";
    }

    Optional<String> text(String column) {
        String value = verbatim(column).strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    String required(String column) throws CsvDefect {
        return text(column).orElseThrow(() -> new CsvDefect(column + " is missing"));
    }

    boolean flag(String column, boolean whenMissing) throws CsvDefect {
        String value = text(column).orElse("").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "" -> whenMissing;
            case "0", "false", "no" -> false;
            case "1", "true", "yes" -> true;
            default -> throw new CsvDefect(column + " is " + shown(value) + ", expected 0 or 1");
        };
    }

    BigDecimal number(String column) throws CsvDefect {
        String value = required(column);
        if (!isPlain(value) && !NUMBER.matcher(value).matches()) {
            throw new CsvDefect(column + " is " + shown(value) + ", expected a number with a point such as 12.50");
        }
        return new BigDecimal(value);
    }

    /** What nearly all numbers are, told without an expression: up to twelve digits, perhaps a point and two more. */
    private static boolean isPlain(String value) {
        int point = value.indexOf('.');
        int digits = point < 0 ? value.length() : point;
        boolean shaped = digits >= 1 && digits <= 12 && (point < 0 || value.length() == point + 3);
        for (int i = 0; shaped && i < value.length(); i++) {
            shaped = i == point || isDigit(value.charAt(i));
        }
        return shaped;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A date is its first moment; a time with an offset is moved to UTC. */
    LocalDateTime dateTime(String column) throws CsvDefect {
        String value = required(column);
        try {
            LocalDateTime time = parse(value);
            if (time.getYear() >= 1900 && time.getYear() < 2200) {
                return time;
            }
        } catch (DateTimeException noDate) {
            throw new CsvDefect(
                    column + " is " + shown(value) + ", expected a date such as 2026-01-31 or 2026-01-31T17:05:00");
        }
        throw new CsvDefect(column + " is " + shown(value) + ", expected a year from 1900 to 2199");
    }

    private static LocalDateTime parse(String value) {
        if (value.length() == 10) {
            return day(value).atStartOfDay();
        }
        String iso = value.replace(' ', 'T');
        boolean offset = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
        return offset
                ? OffsetDateTime.parse(iso)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                : LocalDateTime.parse(iso);
    }

    /** As {@link LocalDate#parse(CharSequence)}, many times faster for what nearly all dates are. */
    private static LocalDate day(String value) {
        boolean plain = value.charAt(4) == '-' && value.charAt(7) == '-';
        for (int i = 0; plain && i < 10; i++) {
            plain = i == 4 || i == 7 || isDigit(value.charAt(i));
        }
        return plain
                ? LocalDate.of(number(value, 0, 4), number(value, 5, 7), number(value, 8, 10))
                : LocalDate.parse(value);
    }

    private static int number(String value, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + value.charAt(i) - '0';
        }
        return number;
    }

    private String cell(int place) {
        return place < row.cells().size() ? row.cells().get(place) : "";
    }

    private static String shown(String value) {
        return QUOTABLE.matcher(value).matches() ? "'" + value + "'" : "text";
    }
}
