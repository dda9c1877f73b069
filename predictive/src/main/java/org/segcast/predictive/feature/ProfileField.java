/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.segcast.predictive.history.AttributeDefinition;

/**
 * What a contact's attributes tell of the person, the place and the company, recognised by their names: case, blanks, underscores and
 * the {@code x_} and {@code x_studio_} of Odoo's own fields are of no account, and where several fit, the first name listed here wins.
 * The attributes themselves stay features too.
 */
enum ProfileField {
    AGE(
            FeatureGroup.PERSON,
            FeatureType.NUMERIC,
            "years",
            "Age in whole years on the as-of date, from the field %s; missing below 0 and above 120.",
            "birthdate",
            "birthday",
            "dateofbirth",
            "dob",
            "geburtsdatum",
            "age"),
    AGE_BAND(
            FeatureGroup.PERSON,
            "Age in bands from under 18 to 65 and over, from the field %s.",
            AGE.names.toArray(String[]::new)),
    GENDER(
            FeatureGroup.PERSON,
            "Gender as in the field %s: female, male or other where the CRM writes it in a known way, else its own word.",
            "gender",
            "sex",
            "geschlecht"),
    INCOME_BAND(
            FeatureGroup.PERSON,
            "Yearly income in bands, or the CRM's own band, from the field %s.",
            "incomeband",
            "incomegroup",
            "income",
            "annualincome",
            "yearlyincome",
            "householdincome"),
    LANGUAGE(
            FeatureGroup.PERSON,
            "Language by its ISO code without the country, from the field %s.",
            "language",
            "lang",
            "locale",
            "preferredlanguage"),
    JOB(
            FeatureGroup.PERSON,
            "Job as in the field %s.",
            "job",
            "jobtitle",
            "function",
            "profession",
            "occupation",
            "position"),
    COUNTRY(FeatureGroup.PLACE, "Country as in the field %s.", "country", "countrycode", "countryid"),
    STATE(FeatureGroup.PLACE, "State or region as in the field %s.", "state", "region", "province", "stateid"),
    CITY(FeatureGroup.PLACE, "City as in the field %s.", "city", "town"),
    ZIP_AREA(
            FeatureGroup.PLACE,
            "The first two letters or digits of the post code in the field %s.",
            "zip",
            "zipcode",
            "postcode",
            "postalcode",
            "plz"),
    COMPANY_SIZE(
            FeatureGroup.COMPANY,
            "Size of the company in bands of people employed, or the CRM's own band, from the field %s.",
            "companysize",
            "employees",
            "employeecount",
            "numberofemployees",
            "headcount"),
    INDUSTRY(FeatureGroup.COMPANY, "Industry as in the field %s.", "industry", "sector", "branch");

    private final FeatureGroup group;
    private final FeatureType type;
    private final String unit;
    private final String description;
    private final List<String> names;

    ProfileField(FeatureGroup group, String description, String... names) {
        this(group, FeatureType.NOMINAL, "", description, names);
    }

    ProfileField(FeatureGroup group, FeatureType type, String unit, String description, String... names) {
        this.group = group;
        this.type = type;
        this.unit = unit;
        this.description = description;
        this.names = List.of(names);
    }

    FeatureGroup group() {
        return group;
    }

    FeatureType type() {
        return type;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean named(String feature) {
        return key().equals(feature);
    }

    Feature feature(AttributeDefinition source) {
        return new Feature(key(), type, unit, description.formatted(source.name()));
    }

    /** The attribute that tells it. */
    Optional<AttributeDefinition> source(List<AttributeDefinition> definitions) {
        return names.stream()
                .flatMap(name -> definitions.stream()
                        .filter(definition -> plain(definition.name()).equals(name)))
                .findFirst();
    }

    private static String plain(String attribute) {
        return attribute
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^x_(studio_)?", "")
                .replaceAll("[\\s_-]", "");
    }
}
