/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.SegcastException;
import org.segcast.webapp.settings.Settings;
import org.segcast.webapp.settings.Settings.PushMode;

/** The connection in use: which it is, what holds while it is, and how to open and test it. */
@ApplicationScoped
public class Connections {
    @Inject
    private Settings settings;

    @Inject
    private ConnectionStore store;

    @Inject
    private ConnectionReader reader;

    @Inject
    private HostKinds kinds;

    private volatile Optional<CrmConnection> current = Optional.empty();

    /** One line of the page: a setting's name and its value, secrets masked. */
    public record Line(String name, String value) {}

    /** The one in use; the same until another is chosen or this one is changed. */
    public CrmConnection now() {
        return current.orElseGet(this::reload);
    }

    /** Reads anew which is in use. */
    CrmConnection reload() {
        CrmConnection found = store.inUse()
                .flatMap(reader::read)
                .orElseThrow(() -> new SegcastException(
                        ErrorCode.SETTINGS_INVALID, "No connection is in use yet: choose one under Connections"));
        current = Optional.of(found);
        return found;
    }

    /**
     * Names the connected CRM among all that this home was ever connected to; fit for a file name. Where the settings name a kind of CRM that
     * there is not, it is none of them: nobody shall take another CRM's figures for those of the one that was meant.
     */
    public String source() {
        return isKnown() ? now().source() : "unknown";
    }

    /** As people call it. */
    public String name() {
        return isKnown() ? now().name() : "No CRM";
    }

    public boolean isSample() {
        return isKnown() && now().kind().key().equals("sample");
    }

    private boolean isKnown() {
        return unknownKind().isEmpty();
    }

    private Optional<String> unknownKind() {
        return settings.crm().filter(key -> kinds.find(key).isEmpty());
    }

    /** The day that stands for today; empty follows the clock. */
    public Optional<LocalDate> asOf() {
        return settings.asOf().or(() -> now().asOf()).or(() -> now().kind().usualDay());
    }

    public PushMode push() {
        return settings.push().orElseGet(() -> now().push());
    }

    /** Everything that is wrong with the server's settings and the connection in use; with any, no run starts. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>(settings.problems());
        unknownKind().ifPresent(key -> problems.add("segcast.crm is '" + key + "': expected one of " + kinds.keys()));
        problems.addAll(now().problems());
        return problems;
    }

    public List<Line> lines() {
        CrmConnection connection = now();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("segcast.crm", connection.kind().key()));
        connection.kind().settings().stream()
                .filter(setting -> connection.texts().containsKey(setting.name()))
                .forEach(setting -> lines.add(new Line(
                        "segcast." + connection.kind().key() + "." + setting.name(),
                        setting.secret() ? "***" : connection.shown().get(setting.name()))));
        lines.add(new Line("segcast.push", push().name().toLowerCase(Locale.ROOT)));
        lines.add(new Line("segcast.push.hysteresis", settings.pushHysteresis() + " points"));
        lines.add(new Line("segcast.as-of", asOf().map(Object::toString).orElse("follows the clock")));
        lines.add(new Line("segcast.home", settings.home().toString()));
        return lines;
    }

    /** In words, without secrets. */
    public String describe() {
        return isKnown() ? now().describe() : "no CRM, see the settings to mend";
    }

    /** The caller closes it. */
    public HostCrm open() {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw new SegcastException(
                    ErrorCode.SETTINGS_INVALID, "The settings need mending: " + String.join("; ", problems));
        }
        return now().open();
    }

    /** The problems first; with none, the CRM is tried. */
    public ConnectionCheck check() {
        List<String> problems = problems();
        return problems.isEmpty() ? now().check() : CrmConnection.failing(problems);
    }

    /** Remembers for the connection in use on which day its key runs out; empty where the CRM tells none. */
    public void keyExpires(Optional<LocalDate> day) {
        if (!now().keyExpires().equals(day)) {
            store.keyExpires(now().id(), day);
            reload();
        }
    }

    /** The order's page in the CRM, where it has one. */
    public Optional<URI> orderPage(String orderId) {
        return now().kind().orderPage(now().texts(), orderId);
    }

    /** The contact's page in the CRM, where it has one. */
    public Optional<URI> contactPage(String contactId) {
        return now().contactPage(contactId);
    }
}
