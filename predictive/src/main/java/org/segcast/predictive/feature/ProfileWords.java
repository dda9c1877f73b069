/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** What the text of a recognised attribute says; empty, or NaN, where it says nothing. */
final class ProfileWords {

    /** Longer ones are free text, and that is never a feature. */
    private static final int MOST_CHARACTERS = 60;

    private static final int OLDEST = 120;
    private static final int AREA = 2;
    private static final int[] ADULT_AGES = {18, 25, 35, 45, 55, 65};
    private static final int[] INCOMES = {10_000, 20_000, 30_000, 40_000, 50_000, 75_000, 100_000, 150_000};
    /** The bounds of the European Commission for micro, small, medium and large enterprises (2003/361/EC). */
    private static final int[] EMPLOYEES = {2, 10, 50, 250};

    private static final Map<String, String> GENDERS = Map.ofEntries(
            Map.entry("f", "female"),
            Map.entry("female", "female"),
            Map.entry("w", "female"),
            Map.entry("woman", "female"),
            Map.entry("weiblich", "female"),
            Map.entry("m", "male"),
            Map.entry("male", "male"),
            Map.entry("man", "male"),
            Map.entry("männlich", "male"),
            Map.entry("other", "other"),
            Map.entry("d", "other"),
            Map.entry("x", "other"),
            Map.entry("divers", "other"),
            Map.entry("diverse", "other"),
            Map.entry("non-binary", "other"));

    private ProfileWords() {}

    /** Of a birth date or of years; impossible ages are missing. */
    static double age(String text, LocalDate asOf) {
        double years = text.length() >= 10 && text.charAt(4) == '-' ? yearsSince(text, asOf) : number(text);
        return years >= 0 && years <= OLDEST ? Math.floor(years) : Double.NaN;
    }

    private static double yearsSince(String text, LocalDate asOf) {
        try {
            LocalDate birth = LocalDate.parse(text.substring(0, 10));
            return birth.isAfter(asOf) ? Double.NaN : ChronoUnit.YEARS.between(birth, asOf);
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    static String word(ProfileField field, String text, LocalDate asOf) {
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return "";
        }
        return switch (field) {
            case AGE, AGE_BAND -> ageBand(age(text, asOf));
            case GENDER -> GENDERS.getOrDefault(text.toLowerCase(Locale.ROOT), text);
            case INCOME_BAND -> band(text, INCOMES);
            case LANGUAGE -> language(text);
            case COMPANY_SIZE -> band(text, EMPLOYEES);
            case ZIP_AREA -> area(text);
            case JOB, COUNTRY, STATE, CITY, INDUSTRY -> text;
        };
    }

    private static String ageBand(double age) {
        return Double.isNaN(age) ? "" : band(age, ADULT_AGES);
    }

    /** The band of a number; other text is the CRM's own band. */
    private static String band(String text, int[] bounds) {
        double value = number(text);
        return Double.isNaN(value) ? text : value < 0 ? "" : band(value, bounds);
    }

    private static String band(double value, int[] bounds) {
        if (value < bounds[0]) {
            return "under " + bounds[0];
        }
        int band = 1;
        while (band < bounds.length && value >= bounds[band]) {
            band++;
        }
        int from = bounds[band - 1];
        return band == bounds.length ? from + " and over" : from + "-" + (bounds[band] - 1);
    }

    private static String language(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end == 2 || end == 3 ? text.substring(0, end).toLowerCase(Locale.ROOT) : text;
    }

    /** Of at least three letters or digits; fewer are an area already or a mistake. */
    private static String area(String text) {
        StringBuilder area = new StringBuilder(AREA + 1);
        for (int i = 0; i < text.length() && area.length() <= AREA; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                area.append(Character.toUpperCase(text.charAt(i)));
            }
        }
        return area.length() > AREA ? area.substring(0, AREA) : "";
    }

    private static double number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
