/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.study;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.study.ResearchReader;
import org.segcast.predictive.study.ResearchReading;

/** The one row that the study at hand is kept in. */
@Entity
@Table(name = "study")
public class StoredStudy {
    static final int ONLY = 1;

    @Id
    private int id = ONLY;

    private String objective;
    private String strata;
    private String confidence;
    private double margin;
    private long seed;
    private String allocation;

    @Column(name = "sealed_key")
    private String sealedKey;

    private String research = "";

    @Column(name = "as_of")
    private LocalDate asOf;

    @Column(name = "drawn_by")
    private String drawnBy;

    @Column(name = "drawn_at")
    private Instant drawnAt;

    protected StoredStudy() {}

    static StoredStudy first() {
        return new StoredStudy();
    }

    void drawn(StudyDraft draft, List<Stratum> drawn, LocalDate as, String by, Instant at) {
        objective = draft.objective();
        strata = draft.strata();
        confidence = Integer.toString(draft.confidence());
        margin = draft.margin();
        seed = draft.seed();
        allocation = write(drawn);
        asOf = as;
        drawnBy = by;
        drawnAt = at;
    }

    void join(String table) {
        research = table;
    }

    void seal(String key) {
        sealedKey = key;
    }

    String sealed() {
        return sealedKey;
    }

    Study study() {
        return new Study(
                new StudyDraft(objective, strata, Integer.parseInt(confidence), margin, seed),
                read(allocation),
                Optional.of(research)
                        .filter(text -> !text.isEmpty())
                        .map(ResearchReader::read)
                        .filter(ResearchReading.Read.class::isInstance)
                        .map(reading -> ((ResearchReading.Read) reading).research()),
                asOf,
                drawnBy,
                drawnAt);
    }

    private static String write(List<Stratum> strata) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        strata.forEach(stratum -> all.add(Json.createObjectBuilder()
                .add("name", stratum.name())
                .add("people", stratum.people())
                .add("wanted", stratum.wanted())));
        return all.build().toString();
    }

    private static List<Stratum> read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray()
                    .getValuesAs((JsonObject stratum) -> new Stratum(
                            stratum.getString("name"),
                            stratum.getJsonNumber("people").longValue(),
                            stratum.getJsonNumber("wanted").longValue()));
        }
    }
}
