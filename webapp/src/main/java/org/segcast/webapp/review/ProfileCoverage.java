/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.registry.FilledFields;
import org.segcast.predictive.registry.FilledFields.Filled;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.segment.SegmentName;
import org.segcast.webapp.segment.SegmentNames;
import org.segcast.webapp.warehouse.Warehouse;

/** Tells which fields are filled, for whom, counted once for each run. */
@ApplicationScoped
public class ProfileCoverage {
    private static final String EVERYBODY = "";
    private static final String ATTRIBUTE = "attr_";

    @Inject
    private Warehouse warehouse;

    @Inject
    private RunJournal journal;

    @Inject
    private SegmentNames names;

    private record Kept(long runId, Optional<LocalDate> asOf, FilledFields filled) {}

    private volatile Optional<Kept> kept = Optional.empty();

    /** Without fields before the first run. */
    public CoverageSheet sheet() {
        return journal.latestWith("segments")
                .flatMap(run -> counted(run.getId()))
                .map(this::sheet)
                .orElse(CoverageSheet.NONE);
    }

    private Optional<Kept> counted(long runId) {
        if (kept.filter(known -> known.runId() == runId).isEmpty()) {
            kept = warehouse
                    .fieldCoverage()
                    .all()
                    .map(filled -> new Kept(runId, warehouse.features().asOf(), filled));
        }
        return kept;
    }

    private CoverageSheet sheet(Kept counted) {
        FilledFields filled = counted.filled();
        Map<String, Filled> byKey =
                filled.segments().stream().collect(Collectors.toMap(Filled::segment, Function.identity()));
        List<SegmentName> segments = names.all().stream()
                .filter(segment -> byKey.containsKey(segment.key()))
                .toList();
        Filled all = byKey.get(EVERYBODY);
        List<CoverageSheet.FieldRow> rows = IntStream.range(0, filled.fields().size())
                .mapToObj(place -> row(
                        filled.fields().get(place),
                        share(all, place),
                        segments.stream()
                                .map(segment -> share(byKey.get(segment.key()), place))
                                .toList()))
                .sorted(Comparator.comparingDouble(CoverageSheet.FieldRow::all))
                .toList();
        return new CoverageSheet(
                counted.asOf(),
                all.members(),
                segments.stream()
                        .map(segment -> new CoverageSheet.Column(
                                segment.key(),
                                segment.name(),
                                byKey.get(segment.key()).members()))
                        .toList(),
                rows);
    }

    private static CoverageSheet.FieldRow row(Feature field, double all, List<Double> shares) {
        return new CoverageSheet.FieldRow(field.name().substring(ATTRIBUTE.length()), field.description(), all, shares);
    }

    private static double share(Filled segment, int place) {
        return segment.members() == 0 ? 0 : (double) segment.filled().get(place) / segment.members();
    }
}
