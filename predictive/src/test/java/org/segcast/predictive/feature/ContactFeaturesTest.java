/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.junit.jupiter.api.Assertions.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;
import org.segcast.predictive.history.ContactProfile;
import org.segcast.predictive.history.Engagement;
import org.segcast.predictive.history.EngagementKind;
import org.segcast.predictive.history.PurchaseHistory;

/** Engagement, and what attributes tell of person, place and company. */
class ContactFeaturesTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

    @Test
    void engagement_is_counted_over_a_year_and_its_last_time_told_whenever_it_was() {
        FeatureVector found = engaged(
                happened(EngagementKind.MEETING, 800),
                happened(EngagementKind.MAIL_SENT, 365),
                happened(EngagementKind.MAIL_SENT, 364),
                happened(EngagementKind.MAIL_SENT, 100),
                happened(EngagementKind.MAIL_OPENED, 99),
                happened(EngagementKind.LEAD_WON, 0));
        assertEquals(2, number(found, "mails_sent_365d"));
        assertEquals(100, number(found, "days_since_mail_sent"));
        assertEquals(1, number(found, "mails_opened_365d"));
        assertEquals(0.5, number(found, "mail_open_rate"));
        assertEquals(0, number(found, "mail_click_rate"));
        assertEquals(0, number(found, "meetings_365d"));
        assertEquals(800, number(found, "days_since_meeting"));
        assertEquals(0, number(found, "days_since_lead_won"));
        assertTrue(Double.isNaN(number(found, "days_since_lead_lost")));
    }

    @Test
    void engagement_after_as_of_changes_nothing() {
        Engagement before = happened(EngagementKind.WEBSITE_VISIT, 3);
        assertEquals(
                engaged(before),
                engaged(before, happened(EngagementKind.WEBSITE_VISIT, -1), happened(EngagementKind.LEAD_WON, -1)));
    }

    @Test
    void without_mails_there_is_no_rate() {
        FeatureVector found = engaged(happened(EngagementKind.MAIL_OPENED, 3));
        assertTrue(Double.isNaN(number(found, "mail_open_rate")));
        assertTrue(Double.isNaN(number(found, "mail_click_rate")));
    }

    @ParameterizedTest
    @CsvSource({
        "birthdate, 1990-07-01, age, 34",
        "birthdate, 1990-06-30, age, 35",
        "Date of Birth, 1990-06-30T10:00:00, age, 35",
        "x_studio_birthday, 2025-07-01, age, NaN",
        "x_birthday, 1900-01-01, age, NaN",
        "birthday, 1990-13-01, age, NaN",
        "age, 41.9, age, 41",
        "age, -3, age, NaN",
        "age, 999, age, NaN",
        "age, NaN, age, NaN",
        "age, about 40, age, NaN"
    })
    void an_age_is_that_of_the_as_of_date_and_an_impossible_one_is_missing(
            String attribute, String value, String feature, double expected) {
        assertEquals(expected, number(contact(Map.of(attribute, value)), feature));
    }

    @ParameterizedTest
    @CsvSource({
        "age, 17, age_band, under 18",
        "age, 18, age_band, 18-24",
        "birthdate, 1970-01-01, age_band, 55-64",
        "age, 120, age_band, 65 and over",
        "age, 121, age_band, ''",
        "gender, F, gender, female",
        "Sex, Männlich, gender, male",
        "gender, agender, gender, agender",
        "income, 9999.99, income_band, under 10000",
        "annual_income, 60000, income_band, 50000-74999",
        "income_band, middle, income_band, middle",
        "income, -5, income_band, ''",
        "income, Infinity, income_band, Infinity",
        "lang, de_DE, language, de",
        "language, pl, language, pl",
        "language, Deutsch, language, Deutsch",
        "function, Buyer, job, Buyer",
        "country, DE, country, DE",
        "region, Bayern, state, Bayern",
        "city, Łódź, city, Łódź",
        "zip, 80331, zip_area, 80",
        "ZIP Code, 01-234, zip_area, 01",
        "post_code, sw1a 1aa, zip_area, SW",
        "zip, 12, zip_area, ''",
        "employees, 1, company_size, under 2",
        "number_of_employees, 249, company_size, 50-249",
        "company_size, 250, company_size, 250 and over",
        "company_size, SME, company_size, SME",
        "industry, Retail, industry, Retail"
    })
    void attributes_are_recognised_by_their_names(String attribute, String value, String feature, String expected) {
        assertEquals(expected, word(contact(Map.of(attribute, value)), feature));
    }

    @Test
    void the_first_name_of_the_list_wins_and_the_attributes_stay() {
        FeatureVector found = contact(Map.of("age", "70", "birthdate", "2000-01-01"));
        assertEquals(25, number(found, "age"));
        assertTrue(names(found).contains("attr_age"));
    }

    @Test
    void what_no_attribute_tells_is_no_feature() {
        List<String> names = names(contact(Map.of("shoe_size", "42")));
        for (ProfileField field : ProfileField.values()) {
            assertFalse(names.contains(field.key()), field.key());
        }
    }

    @Test
    void an_absent_value_and_free_text_are_missing() {
        FeatureExtractor extractor = new FeatureExtractor(List.of(
                new AttributeDefinition("city", AttributeType.TEXT),
                new AttributeDefinition("birthdate", AttributeType.DATE)));
        for (String city : List.of("", "somewhere near the old mill behind the river, ask for the red house")) {
            FeatureVector found = extractor.extract(
                    new PurchaseHistory(new ContactProfile("1", Map.of("city", city)), List.of()), AS_OF);
            assertEquals("", word(found, "city"));
            assertEquals("", word(found, "age_band"));
            assertTrue(Double.isNaN(number(found, "age")));
        }
    }

    @Test
    void every_feature_has_a_group_and_a_sentence() {
        FeatureVector found = contact(Map.of("birthdate", "2000-01-01", "city", "Oslo", "shoe_size", "42"));
        for (Feature feature : found.schema().features()) {
            assertTrue(feature.description().endsWith("."), feature.name());
            assertFalse(feature.description().contains("%s"), feature.name());
            assertEquals(
                    feature.name().startsWith("attr_"), feature.group() == FeatureGroup.ATTRIBUTES, feature.name());
        }
    }

    private static FeatureVector contact(Map<String, String> values) {
        List<AttributeDefinition> definitions = new ArrayList<>();
        new HashMap<>(values)
                .forEach((name, value) -> definitions.add(new AttributeDefinition(name, AttributeType.TEXT)));
        List<AttributeDefinition> typed = definitions.stream()
                .map(definition -> definition.name().equals("age")
                        ? new AttributeDefinition("age", AttributeType.NUMERIC)
                        : definition)
                .toList();
        return new FeatureExtractor(typed)
                .extract(new PurchaseHistory(new ContactProfile("1", values), List.of()), AS_OF);
    }

    private static FeatureVector engaged(Engagement... engagements) {
        return new FeatureExtractor(List.of())
                .extract(
                        new PurchaseHistory(new ContactProfile("1", Map.of()), List.of(), List.of(engagements)), AS_OF);
    }

    private static Engagement happened(EngagementKind kind, int daysAgo) {
        return new Engagement(kind, AS_OF.minusDays(daysAgo));
    }

    private static List<String> names(FeatureVector vector) {
        return vector.schema().features().stream().map(Feature::name).toList();
    }

    private static double number(FeatureVector vector, String name) {
        return vector.numeric(vector.schema().numericIndex(name));
    }

    private static String word(FeatureVector vector, String name) {
        return vector.nominal(vector.schema().nominalIndex(name));
    }
}
