/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.push;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segcast.connector.push.PushCounts;

/** What a run sent to the CRM, whether it pushed or undid a push. */
@Entity
@Table(name = "push_report")
public class PushReport {
    @Id
    @Column(name = "run_id")
    private long runId;

    private long contacts;

    @Column(name = "new_scores")
    private long newScores;

    @Column(name = "changed_scores")
    private long changedScores;

    @Column(name = "cleared_scores")
    private long clearedScores;

    private long calls;

    @Column(name = "undone_by")
    private Long undoneBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "push_report_tag", joinColumns = @JoinColumn(name = "run_id"))
    @OrderColumn(name = "place")
    private List<SentTag> tags = new ArrayList<>();

    protected PushReport() {}

    PushReport(long runId, PushCounts counts, long calls) {
        this.runId = runId;
        goesOn(counts, calls);
    }

    /** @param counts of the whole run, what was sent before a stop too */
    final void goesOn(PushCounts counts, long moreCalls) {
        contacts = counts.contacts();
        newScores = counts.newScores();
        changedScores = counts.changedScores();
        clearedScores = counts.clearedScores();
        calls += moreCalls;
        tags.clear();
        counts.tags().forEach(tag -> tags.add(new SentTag(tag)));
    }

    void undoneBy(long run) {
        undoneBy = run;
    }

    public long getRunId() {
        return runId;
    }

    /** Touched at all, each once. */
    public long getContacts() {
        return contacts;
    }

    public long getNewScores() {
        return newScores;
    }

    public long getChangedScores() {
        return changedScores;
    }

    public long getClearedScores() {
        return clearedScores;
    }

    public long getScores() {
        return newScores + changedScores + clearedScores;
    }

    /** Requests it cost. */
    public long getCalls() {
        return calls;
    }

    public List<SentTag> getTags() {
        return List.copyOf(tags);
    }

    public long getAdded() {
        return tags.stream().mapToLong(SentTag::getAdded).sum();
    }

    public long getRemoved() {
        return tags.stream().mapToLong(SentTag::getRemoved).sum();
    }

    public boolean isUndone() {
        return undoneBy != null;
    }

    /** The run that set it back. */
    public Optional<Long> undoneBy() {
        return Optional.ofNullable(undoneBy);
    }
}
