/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The traits that a study tells of a person, in the order of its file. */
public enum StudyTrait {
    AGE_BAND("age band", "ageband", "age", "agegroup"),
    GENDER("gender", "gender", "sex"),
    COUNTRY("country", "country", "countrycode"),
    ZIP_AREA("zip area", "ziparea", "zip", "postcode", "region"),
    INDUSTRY("industry", "industry", "sector", "branch");

    private final String label;
    private final List<String> names;

    StudyTrait(String label, String... names) {
        this.label = label;
        this.names = List.of(names);
    }

    /** As in the file's header. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** The trait that a column of market research is headed with. */
    static Optional<StudyTrait> headed(String header) {
        String plain = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return Arrays.stream(values())
                .filter(trait -> trait.names.contains(plain))
                .findFirst();
    }
}
