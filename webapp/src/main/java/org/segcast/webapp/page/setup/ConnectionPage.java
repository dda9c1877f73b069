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
import java.util.function.Supplier;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ConnectionCheck.Step;
import org.segcast.webapp.connection.ConnectionBook;
import org.segcast.webapp.connection.ConnectionBook.Change;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.connection.Connections.Line;
import org.segcast.webapp.connection.CrmConnection;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.RunSync;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.pipeline.Runs.Answer;
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
    private RunJournal journal;

    @Inject
    private Runs runs;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private Optional<CrmConnection> shown = Optional.empty();
    private Optional<ConnectionCheck> check = Optional.empty();
    private List<RunSync> syncs = List.of();
    private String confirmed = "";
    private boolean withData;

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

    // ---- The test

    public void test() {
        if (visitor.may(Role.MARKETER)) {
            check = Optional.of(isInUse() ? connections.check() : book.test(getId()));
        }
    }

    public boolean isTested() {
        return check.isPresent();
    }

    public boolean isPassed() {
        return check.orElseThrow().ok();
    }

    public List<Step> getSteps() {
        return check.orElseThrow().steps();
    }

    /** The headline of a test. */
    public String getVerdict() {
        return verdict(check.orElseThrow(), formats);
    }

    static String verdict(ConnectionCheck check, Formats formats) {
        long failed = check.steps().stream().filter(step -> !step.ok()).count();
        return failed == 0
                ? "Everything that Segcast needs works"
                : formats.of(failed, "problem", "problems") + " to mend";
    }

    /** The failure's code for whoever reads logs. */
    public String code(Step step) {
        return step.problem().map(Enum::name).orElse("");
    }

    // ---- What may be done

    public String use() {
        return after(
                Role.ADMIN, () -> book.use(getId(), visitor.getName()), "'" + getName() + "' is in use now.", here());
    }

    public String remove() {
        if (!visitor.may(Role.ADMIN)) {
            return "";
        }
        Change change = book.remove(getId(), confirmed, withData, visitor.getName());
        if (change instanceof Change.Invalid invalid) {
            notices.refused("confirm", invalid.problems().get(0).text());
            return "";
        }
        return told(change, "The connection '" + getName() + "' is removed.", "/connections?faces-redirect=true");
    }

    private String after(Role role, Supplier<Change> wish, String done, String next) {
        return visitor.may(role) ? told(wish.get(), done, next) : "";
    }

    private String told(Change change, String done, String next) {
        if (change instanceof Change.Refused refused) {
            notices.refused(refused.reason());
            return here();
        }
        notices.done(done);
        return next;
    }

    private String here() {
        return "/connection?faces-redirect=true&id=" + getId();
    }

    public String sync() {
        return sync(false);
    }

    public String syncEverything() {
        return sync(true);
    }

    private String sync(boolean everything) {
        if (!visitor.may(Role.MARKETER)) {
            return "";
        }
        if (runs.sync(everything, visitor.getName()) instanceof Answer.Refused refused) {
            notices.refused(refused.reason());
            return here();
        }
        return "/runs?faces-redirect=true";
    }

    // ---- What is shown

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

    public String getConfirmed() {
        return confirmed;
    }

    public void setConfirmed(String typed) {
        confirmed = typed;
    }

    public boolean isWithData() {
        return withData;
    }

    public void setWithData(boolean wanted) {
        withData = wanted;
    }
}
