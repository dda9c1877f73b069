/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.segment.SegmentName;
import org.segcast.webapp.segment.SegmentNames;
import org.segcast.webapp.warehouse.Flaw;
import org.segcast.webapp.warehouse.FlawFound;
import org.segcast.webapp.warehouse.FlawTable;
import org.segcast.webapp.warehouse.Warehouse;

/** Looks through the copy of the CRM, once for each sync and each time that segments are filled anew. */
@ApplicationScoped
public class DataQuality {
    @Inject
    private FlawTable flaws;

    @Inject
    private Warehouse warehouse;

    @Inject
    private RunJournal journal;

    @Inject
    private SegmentNames names;

    @Inject
    private Connections connections;

    /** What the answer depends on. */
    private record Basis(long sync, long segments, LocalDate day) {}

    private record Kept(Basis basis, List<FlawFound> found) {}

    private volatile Optional<Kept> kept = Optional.empty();

    /** Without findings before the first run. */
    public QualityReport report() {
        Optional<Run> sync = journal.latestWith("sync");
        if (sync.isEmpty()) {
            return QualityReport.NONE;
        }
        Basis basis = new Basis(
                sync.get().getId(),
                journal.latestWith("segments").map(Run::getId).orElse(0L),
                sync.get().getAsOf());
        List<SegmentName> segments = names.all();
        return new QualityReport(
                Optional.of(basis.day()),
                found(basis).stream().map(flaw -> told(flaw, segments)).toList());
    }

    /** The names of the examples' contacts, by id, for pages alone. */
    public Map<String, String> names(QualityReport report) {
        return warehouse
                .mirror()
                .names(report.findings().stream()
                        .flatMap(finding -> finding.examples().stream())
                        .map(QualityFinding.Example::contactId)
                        .collect(Collectors.toSet()));
    }

    private List<FlawFound> found(Basis basis) {
        Optional<Kept> known = kept.filter(all -> all.basis().equals(basis));
        if (known.isPresent()) {
            return known.get().found();
        }
        List<FlawFound> found = Arrays.stream(Flaw.values())
                .map(flaw -> flaws.find(flaw, basis.day()))
                .toList();
        kept = Optional.of(new Kept(basis, found));
        return found;
    }

    private QualityFinding told(FlawFound found, List<SegmentName> segments) {
        FlawWords words = FlawWords.of(found.flaw());
        return new QualityFinding(
                found.flaw(),
                words.title(),
                words.effect(),
                words.toDo(),
                found.records(),
                found.of(),
                found.contacts(),
                found.examples().stream()
                        .map(example -> new QualityFinding.Example(
                                example.contactId(), example.what(), connections.contactPage(example.contactId())))
                        .toList(),
                segments.stream()
                        .filter(segment -> found.segments().containsKey(segment.key()))
                        .map(segment -> new QualityFinding.Touched(
                                segment.key(), segment.name(), found.segments().get(segment.key())))
                        .sorted(Comparator.comparingLong(QualityFinding.Touched::members)
                                .reversed())
                        .toList());
    }
}
