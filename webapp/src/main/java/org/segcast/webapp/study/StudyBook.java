/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Writer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.registry.StudySamples;
import org.segcast.predictive.study.Allocation;
import org.segcast.predictive.study.Pseudonyms;
import org.segcast.predictive.study.ResearchReader;
import org.segcast.predictive.study.ResearchReading;
import org.segcast.predictive.study.SampleSize;
import org.segcast.predictive.study.StudyFile;
import org.segcast.webapp.vault.Opened;
import org.segcast.webapp.warehouse.Warehouse;

/** The founding method's first steps: an objective, a sample drawn for it, its file without names, and market research joined in. One study at a time. */
@ApplicationScoped
public class StudyBook {
    private static final Map<String, String> STRATA = strata();
    private static final int MOST_STRATA = 1_000;

    @Inject
    private StudyStore store;

    @Inject
    private Warehouse warehouse;

    private static Map<String, String> strata() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(StudySamples.SEGMENTS, "RFM segment");
        all.put("country", "Country");
        all.put("age_band", "Age band");
        all.put("gender", "Gender");
        all.put("industry", "Industry");
        all.put("zip_area", "Zip area");
        all.put("", "Nothing: purely by chance");
        return all;
    }

    public Optional<Study> current() {
        return store.current();
    }

    /** What a sample can be spread over here, with its name; nothing before the first run. */
    public Map<String, String> choices() {
        Map<String, String> known = new LinkedHashMap<>();
        Optional<FeatureSchema> schema = warehouse.features().schema();
        STRATA.forEach((key, label) -> {
            boolean anywhere = key.isEmpty() || key.equals(StudySamples.SEGMENTS);
            if (schema.filter(told -> anywhere || told.has(key, FeatureType.NOMINAL))
                    .isPresent()) {
                known.put(key, label);
            }
        });
        return known;
    }

    /** Draws a sample in place of the one before, unless something is wrong. */
    public synchronized List<StudyDraft.Problem> draw(StudyDraft draft, String by) {
        Optional<LocalDate> asOf = warehouse.features().asOf();
        if (asOf.isEmpty()) {
            return List.of(new StudyDraft.Problem("", "There is nobody to draw from yet: start a run first."));
        }
        List<StudyDraft.Problem> problems = draft.problems(choices().keySet());
        if (!problems.isEmpty()) {
            return problems;
        }
        Map<String, Long> sizes = warehouse.samples().strata(draft.strata());
        if (sizes.size() > MOST_STRATA) {
            return List.of(new StudyDraft.Problem(
                    "strata", "There are " + sizes.size() + " strata, expected at most " + MOST_STRATA + "."));
        }
        long people = sizes.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> wanted = Allocation.of(sizes, new SampleSize(draft.sureness(), draft.margin()).of(people));
        warehouse.samples().draw(draft.strata(), wanted, draft.seed());
        List<Stratum> strata = wanted.entrySet().stream()
                .map(share -> new Stratum(share.getKey(), sizes.get(share.getKey()), share.getValue()))
                .toList();
        store.keep(draft, strata, asOf.get(), by);
        return List.of();
    }

    /** Joins a table of market research, in place of the one before. @return why not */
    public Optional<String> join(String table) {
        if (current().isEmpty()) {
            return Optional.of("There is no study yet: draw a sample first.");
        }
        ResearchReading reading = ResearchReader.read(table);
        if (reading instanceof ResearchReading.Refused refused) {
            return Optional.of(refused.message());
        }
        store.join(table);
        return Optional.empty();
    }

    public void takeResearchAway() {
        store.join("");
    }

    public void remove() {
        warehouse.samples().forget();
        store.remove();
    }

    /** The sample as the latest run knows it; empty where there is no study. */
    public Optional<StudyFile> file() {
        return current().map(study -> new StudyFile(warehouse.samples().people(), study.research()));
    }

    /** Why the file can't be written; empty where it can. */
    public Optional<String> trouble() {
        return store.key()
                .filter(Opened.Locked.class::isInstance)
                .map(locked -> "The key of the pseudonyms " + ((Opened.Locked) locked).reason()
                        + ". Or draw the sample again, which makes a new key.");
    }

    public void write(StudyFile file, Writer out) {
        Opened key = store.key().orElseThrow();
        if (!(key instanceof Opened.Clear clear)) {
            throw new SegcastException(ErrorCode.SETTINGS_INVALID, trouble().orElseThrow());
        }
        file.write(new Pseudonyms(HexFormat.of().parseHex(clear.secret().reveal())), out);
    }
}
