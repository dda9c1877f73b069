/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.automation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.pipeline.Rejections;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.RunRejection;
import org.segcast.webapp.push.PushReport;
import org.segcast.webapp.push.PushReports;

/** One run: its steps, and the records that it left out. */
@Named("runPage")
@RequestScoped
public class RunPage {
    static final int SHOWN = 200;

    @Inject
    private RunJournal journal;

    @Inject
    private Rejections rejections;

    @Inject
    private Formats formats;

    @Inject
    private PushReports reports;

    private String id = "";
    private Optional<Run> run = Optional.empty();
    private List<RunRejection> rejected = List.of();
    private long rejectedCount;
    private Optional<PushReport> report = Optional.empty();

    /** Called once the address was read. */
    public void open() {
        run = id.matches("\\d{1,18}") ? journal.find(Long.parseLong(id)) : Optional.empty();
        rejected = run.map(found -> journal.rejected(found.getId(), 0, SHOWN)).orElse(List.of());
        rejectedCount = run.map(found -> journal.rejectedCount(found.getId())).orElse(0L);
        report = run.flatMap(found -> reports.find(found.getId()));
        if (run.isEmpty()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public boolean isFound() {
        return run.isPresent();
    }

    public Run getRun() {
        return run.orElseThrow();
    }

    /** Whether it wrote to the CRM. */
    public boolean isSent() {
        return report.isPresent();
    }

    public PushReport getReport() {
        return report.orElseThrow();
    }

    public long getRejectedCount() {
        return rejectedCount;
    }

    /** The first of them. */
    public List<RunRejection> getRejected() {
        return rejected;
    }

    public boolean isMore() {
        return rejectedCount > SHOWN;
    }

    /** Where the CRM shows the record; empty text where it does not. */
    public String page(RunRejection record) {
        return rejections.page(getRun(), record).map(URI::toString).orElse("");
    }

    public String line(RunRejection record) {
        return record.line().isPresent() ? formats.count(record.line().getAsInt()) : Formats.MISSING;
    }

    /** What kind of record it was, in words. */
    public String kind(RunRejection record) {
        return formats.capital(record.getKind().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
