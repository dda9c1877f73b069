/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.segcast.webapp.connection.ConnectionBook;
import org.segcast.webapp.connection.ConnectionBook.Change;
import org.segcast.webapp.connection.ConnectionDraft;
import org.segcast.webapp.connection.ConnectionDraft.Problem;
import org.segcast.webapp.connection.ConnectionTrials;
import org.segcast.webapp.connection.CrmConnection;
import org.segcast.webapp.connection.HostKind;
import org.segcast.webapp.connection.HostSetting;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.security.Role;

/**
 * The form of a connection, for every kind made from what the kind asks for. The address says which one is changed ({@code id}) or which kind is added ({@code kind});
 * with neither, the kinds are offered. Both travel with the form, so that nothing is kept between requests.
 */
@Named("connectionForm")
@RequestScoped
public class ConnectionForm {
    static final String FIELD = "set-";

    @Inject
    private ConnectionBook book;

    @Inject
    private ConnectionTrials trials;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private Optional<CrmConnection> before = Optional.empty();
    private Optional<HostKind> kind = Optional.empty();
    private final Map<String, String> texts = new HashMap<>();
    private String name = "";
    private String asOf = "";
    private String push = "";
    private Optional<CheckReport> report = Optional.empty();

    @PostConstruct
    void look() {
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        String id = asked.getOrDefault("id", "");
        before = id.matches("[0-9]{1,18}") ? book.find(Long.parseLong(id)) : Optional.empty();
        String wanted = asked.getOrDefault("kind", "");
        kind = before.map(CrmConnection::kind)
                .or(() -> book.kinds().stream()
                        .filter(each -> each.key().equals(wanted))
                        .findFirst());
        before.ifPresent(connection -> {
            texts.putAll(connection.shown());
            name = connection.name();
            asOf = connection.asOf().map(Object::toString).orElse("");
        });
        push = before.map(CrmConnection::push)
                .or(() -> kind.map(HostKind::usualPush))
                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    public void test() {
        if (visitor.may(Role.ADMIN)) {
            report = Optional.of(new CheckReport(trials.test(draft(), before.map(CrmConnection::id)), formats));
        }
    }

    public String save() {
        if (!visitor.may(Role.ADMIN)) {
            return "";
        }
        Change change = before.map(kept -> book.change(kept.id(), draft(), visitor.getName()))
                .orElseGet(() -> book.add(draft(), visitor.getName()));
        if (change instanceof Change.Done done) {
            notices.done("The connection '" + name.strip() + "' is saved.");
            return "/connection?faces-redirect=true&id=" + done.id();
        }
        if (change instanceof Change.Invalid invalid) {
            invalid.problems().forEach(this::tell);
        } else {
            notices.refused(((Change.Refused) change).reason());
        }
        return "";
    }

    private void tell(Problem problem) {
        switch (problem.field()) {
            case "" -> notices.refused(problem.text() + ".");
            case "name", "asOf", "push" -> notices.refused(problem.field(), problem.text() + ".");
            default -> notices.refused(FIELD + problem.field(), problem.text() + ".");
        }
    }

    private ConnectionDraft draft() {
        return new ConnectionDraft(name, getKindKey(), texts, asOf, push);
    }

    // ---- What is shown

    public boolean isChosen() {
        return kind.isPresent();
    }

    public List<HostKind> getKinds() {
        return book.kinds();
    }

    public String getHeading() {
        return before.map(connection -> "Change " + connection.name())
                .or(() -> kind.map(found -> "Connect " + found.label()))
                .orElse("Connect a CRM");
    }

    public String getAbout() {
        return kind.map(HostKind::about).orElse("Which CRM do you have?");
    }

    public boolean isFromEnvironment() {
        return before.filter(CrmConnection::fromEnvironment).isPresent();
    }

    /** Empty text where one is added. */
    public String getId() {
        return before.map(connection -> Long.toString(connection.id())).orElse("");
    }

    public String getKindKey() {
        return kind.map(HostKind::key).orElse("");
    }

    public List<HostSetting> getMain() {
        return settings(false);
    }

    public List<HostSetting> getMore() {
        return settings(true);
    }

    private List<HostSetting> settings(boolean advanced) {
        return kind.map(HostKind::settings).orElse(List.of()).stream()
                .filter(setting -> setting.advanced() == advanced)
                .filter(setting -> !setting.name().equals(HostSetting.FIELDS))
                .toList();
    }

    public String field(HostSetting setting) {
        return FIELD + setting.name();
    }

    /** What to write, and what holds where nothing is written. */
    public String help(HostSetting setting) {
        boolean kept = setting.secret()
                && before.filter(connection -> connection.holds(setting.name())).isPresent();
        String otherwise = kept
                ? " Leave it empty to keep the one there is" + lasting() + '.'
                : setting.usual().isEmpty() ? "" : " Empty: " + setting.usual() + '.';
        return setting.help() + '.' + otherwise;
    }

    private String lasting() {
        return before.flatMap(CrmConnection::keyExpires)
                .map(day -> ", which lasts until " + formats.date(day))
                .orElse("");
    }

    public List<SelectItem> choices(HostSetting setting) {
        return setting.choices().stream()
                .map(choice -> new SelectItem(choice, formats.capital(choice)))
                .toList();
    }

    public String getUsualDay() {
        return kind.flatMap(HostKind::usualDay)
                .map(day -> "Empty: " + formats.date(day) + ", this CRM's own day.")
                .orElse(
                        "Empty: follows the clock. A date such as 2026-12-31 is for old data: nothing dated later is used.");
    }

    public boolean isTested() {
        return report.isPresent();
    }

    public CheckReport getReport() {
        return report.orElseThrow();
    }

    public Map<String, String> getTexts() {
        return texts;
    }

    public String getName() {
        return name;
    }

    public void setName(String typed) {
        name = typed;
    }

    public String getAsOf() {
        return asOf;
    }

    public void setAsOf(String typed) {
        asOf = typed;
    }

    public String getPush() {
        return push;
    }

    public void setPush(String chosen) {
        push = chosen;
    }
}
