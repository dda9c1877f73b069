/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.segcast.connector.spi.RecordKind;
import org.segcast.predictive.feature.CsvLine;
import org.segcast.webapp.connection.Connections;

/** The records that a run left out, for those who mend them in the CRM. */
@ApplicationScoped
public class Rejections {
    private static final int PAGE = 1_000;

    @Inject
    private RunJournal journal;

    @Inject
    private Connections connections;

    /** Where the CRM shows the record; empty where it does not, or where the run was over another CRM than the one in use. */
    public Optional<URI> page(Run run, RunRejection rejected) {
        if (!run.source().equals(connections.source())) {
            return Optional.empty();
        }
        if (rejected.getKind().equals(RecordKind.CONTACT.name())) {
            return connections.contactPage(rejected.getRecordId());
        }
        return rejected.getKind().equals(RecordKind.ORDER.name())
                ? connections.orderPage(rejected.getRecordId())
                : Optional.empty();
    }

    /** Writes {@code kind,id,line,reason,page}, all of them. */
    public void write(Run run, Writer out) {
        CsvLine line = new CsvLine(out);
        List.of("kind", "id", "line", "reason", "page").forEach(line::text);
        line.end();
        int offset = 0;
        List<RunRejection> page;
        do {
            page = journal.rejected(run.getId(), offset, PAGE);
            page.forEach(rejected -> row(line, run, rejected));
            offset += PAGE;
        } while (page.size() == PAGE);
    }

    private void row(CsvLine line, Run run, RunRejection rejected) {
        line.text(rejected.getKind())
                .text(rejected.getRecordId())
                .text(
                        rejected.line().isPresent()
                                ? Integer.toString(rejected.line().getAsInt())
                                : "")
                .text(rejected.getReason())
                .text(page(run, rejected).map(URI::toString).orElse(""))
                .end();
    }
}
