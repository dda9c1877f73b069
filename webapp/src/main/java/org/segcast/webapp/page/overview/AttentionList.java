/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.connection.CrmConnection;
import org.segcast.webapp.model.ModelReport;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.CurrentPlan;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.RunState;
import org.segcast.webapp.review.SegmentReviews;

/** Gathers what waits for a person, the most urgent first. */
@RequestScoped
public class AttentionList {
    @Inject
    private RunJournal journal;

    @Inject
    private Connections connections;

    @Inject
    private Formats formats;

    @Inject
    private CurrentPlan plan;

    @Inject
    private SegmentReviews reviews;

    List<Attention> now(List<ModelReport> reports) {
        List<Attention> list = new ArrayList<>();
        connections
                .problems()
                .forEach(problem -> list.add(new Attention(
                        "bad", "A setting needs mending", sentence(problem), "/connection.xhtml", "See the settings")));
        key(connections.now(), formats.today(), formats).ifPresent(list::add);
        ended().ifPresent(run -> {
            failed(run, list);
            rejected(run, list);
        });
        waiting(list);
        reviews(list);
        refused(reports.stream()
                        .filter(report -> report.outcome().equals("refused"))
                        .toList())
                .ifPresent(list::add);
        return list;
    }

    /** A key about to run out, two weeks ahead. */
    static Optional<Attention> key(CrmConnection connection, LocalDate today, Formats formats) {
        String crm = connection.kind().label();
        return connection.keyExpiresSoon(today).map(day -> {
            boolean gone = day.isBefore(today);
            return new Attention(
                    gone ? "bad" : "warn",
                    "The key to " + crm + (gone ? " ran out on " : " runs out on ") + formats.date(day),
                    (gone
                                    ? "Without a valid one no run can read or write. "
                                    : "From then on no run can read or write. ")
                            + "Make a new key in " + crm
                            + " and enter it in the connection; if that is done, delete the old one in "
                            + crm + ".",
                    "/connection.xhtml?id=" + connection.id(),
                    "Open the connection");
        });
    }

    private void waiting(List<Attention> list) {
        if (journal.active().isEmpty()) {
            plan.now()
                    .filter(differences -> !differences.empty())
                    .ifPresent(differences -> list.add(new Attention(
                            "info",
                            formats.of(differences.contacts(), "contact waits", "contacts wait") + " for your approval",
                            "The CRM does not show yet what Segcast knows of them.",
                            "/push.xhtml",
                            "Look at the changes")));
        }
    }

    private void reviews(List<Attention> list) {
        int count = reviews.sheet().waiting().size();
        if (count > 0) {
            list.add(new Attention(
                    "info",
                    formats.of(count, "segment warning", "segment warnings"),
                    "Too many, too small, nearly the same, or nobody looked. Mark a segment as reviewed where it is to stay as it is.",
                    "/reviews.xhtml",
                    "See each"));
        }
    }

    /** One line however many they are: where a CRM is small, hardly any segment has enough. */
    private Optional<Attention> refused(List<ModelReport> reports) {
        if (reports.isEmpty()) {
            return Optional.empty();
        }
        ModelReport first = reports.get(0);
        if (reports.size() == 1) {
            return Optional.of(new Attention(
                    "info",
                    first.scopeName() + ": no model",
                    first.message(),
                    "/model.xhtml?id=" + first.id(),
                    "See why"));
        }
        return Optional.of(new Attention(
                "info",
                formats.of(reports.size(), "model", "models") + " could not be made",
                first.scopeName() + ": " + first.message(),
                "/models.xhtml",
                "See each with its reason"));
    }

    /** The latest run that is over: what an earlier one left stays to be seen while another goes. */
    private Optional<Run> ended() {
        return journal.recent(2).stream().filter(run -> run.getState().over()).findFirst();
    }

    private static void failed(Run run, List<Attention> list) {
        if (run.getState() == RunState.FAILED) {
            list.add(new Attention(
                    "bad",
                    "The last run failed",
                    sentence(run.getMessage()),
                    "/run.xhtml?id=" + run.getId(),
                    "See its steps"));
        }
    }

    private static String sentence(String text) {
        return text.isBlank() || text.endsWith(".") ? text : text + '.';
    }

    private void rejected(Run run, List<Attention> list) {
        long count = journal.rejectedCount(run.getId());
        if (count > 0) {
            list.add(new Attention(
                    "warn",
                    formats.of(count, "record was", "records were") + " left out",
                    "They could not be read as they are in the CRM. All others went on.",
                    "/run.xhtml?id=" + run.getId() + "#rejected",
                    "See each with its reason"));
        }
    }
}
