/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.webapp.connection.ConnectionBook;
import org.segcast.webapp.connection.ConnectionTrials;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.connection.Connections.Line;
import org.segcast.webapp.connection.CrmConnection;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.RunSync;
import org.segcast.webapp.security.Role;

/** One connection: its settings, a test that says in words what is wrong, and what its syncs did. Without an id in the address, the one in use. */
@Named("connectionPage")
@RequestScoped
public class ConnectionPage {
    private static final int RECENT = 20;

    @Inject
    private Connections connections;

    @Inject
    private ConnectionBook book;

    @Inject
    private ConnectionTrials trials;

    @Inject
    private RunJournal journal;

    @Inject
    private Visitor visitor;

    @Inject
    private Formats formats;

    private Optional<CrmConnection> shown = Optional.empty();
    private Optional<CheckReport> report = Optional.empty();
    private List<RunSync> syncs = List.of();

    @PostConstruct
    void look() {
        FacesContext faces = FacesContext.getCurrentInstance();
        String id = faces.getExternalContext().getRequestParameterMap().getOrDefault("id", "");
        long number = id.isEmpty() ? connections.now().id() : id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
        shown = book.find(number);
        syncs = shown.map(connection -> journal.syncs(connection.source(), RECENT))
                .orElse(List.of());
        if (shown.isEmpty()) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public boolean isFound() {
        return shown.isPresent();
    }

    private CrmConnection connection() {
        return shown.orElseThrow();
    }

    public void test() {
        if (visitor.may(Role.MARKETER)) {
            ConnectionCheck check = isInUse() ? connections.check() : trials.test(getId());
            report = Optional.of(new CheckReport(check, formats));
        }
    }

    public boolean isTested() {
        return report.isPresent();
    }

    public CheckReport getReport() {
        return report.orElseThrow();
    }

    public long getId() {
        return connection().id();
    }

    public String getName() {
        return connection().name();
    }

    public String getDescription() {
        return connection().describe();
    }

    public boolean isInUse() {
        return connection().inUse();
    }

    public boolean isFromEnvironment() {
        return connection().fromEnvironment();
    }

    public List<String> getProblems() {
        return isInUse() ? connections.problems() : connection().problems();
    }

    /** Its settings in the words of the form; of secrets only whether they are there. */
    public List<Line> getEntries() {
        CrmConnection connection = connection();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Kind", connection.kind().label()));
        connection.kind().settings().stream()
                .filter(setting -> connection.holds(setting.name()))
                .forEach(setting -> lines.add(new Line(
                        setting.label(),
                        setting.secret()
                                ? "Kept, never shown"
                                : connection.shown().get(setting.name()))));
        connection.keyExpires().ifPresent(day -> lines.add(new Line("Key lasts until", formats.date(day))));
        lines.add(new Line(
                "Today",
                connection
                        .asOf()
                        .or(() -> connection.kind().usualDay())
                        .map(formats::date)
                        .orElse("Follows the clock")));
        lines.add(new Line("Push", connection.push().name().equals("AUTO") ? "By itself" : "After approval"));
        return lines;
    }

    /** The server's own settings, which stand above all connections. */
    public List<Line> getServerLines() {
        return connections.lines();
    }

    public List<RunSync> getSyncs() {
        return syncs;
    }

    public String read(RunSync sync) {
        return formats.of(sync.getContactsRead(), "contact", "contacts") + ", "
                + formats.of(sync.getOrdersRead(), "order", "orders");
    }

    public String extent(RunSync sync) {
        return sync.isEverything() ? "Everything" : "Changes";
    }
}
