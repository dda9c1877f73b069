/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import java.util.Locale;
import java.util.regex.Pattern;
import org.segcast.predictive.feature.Feature;

/** The words of a contact attribute: its name and value as the CRM has them, cleaned of what breaks a line. */
final class AttributeWords {

    private static final int MOST_CHARACTERS = 40;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\s\\x85\\u2028\\u2029]+");

    private AttributeWords() {}

    static Words of(Feature feature, String value) {
        String name = name(feature);
        return clean(value).isEmpty() ? missing(name) : known(name, clean(value));
    }

    static Words of(Feature feature, double value) {
        String name = name(feature);
        if (Double.isNaN(value)) {
            return missing(name);
        }
        return switch (feature.unit()) {
            case "days" -> known(name, Numbers.days(value) + " ago");
            case "yes/no" -> known(name, value > 0.5 ? "yes" : "no");
            default -> known(name, Numbers.decimal(value));
        };
    }

    /** Control characters and runs of blanks become one blank; long values are cut. */
    static String clean(String value) {
        String flat =
                isPlain(value) ? value : BREAKS.matcher(value).replaceAll(" ").strip();
        return flat.length() <= MOST_CHARACTERS ? flat : flat.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static Words known(String name, String value) {
        return new Words(name + ": " + value, name + " in the CRM: " + value + ".", name + ": " + value);
    }

    private static Words missing(String name) {
        return new Words(name + " not known", "The CRM holds no value for " + name + ".", name + " not known");
    }

    private static String name(Feature feature) {
        String name = clean(feature.name().replaceFirst("^attr_", "").replace('_', ' '));
        return name.isEmpty() ? "Attribute" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
