/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.segcast.webapp.connection.ConnectionBook;
import org.segcast.webapp.connection.ConnectionBook.Change;
import org.segcast.webapp.connection.CrmConnection;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.RunSync;
import org.segcast.webapp.security.Role;

/** All connections, and which of them is in use. */
@Named("connectionsPage")
@RequestScoped
public class ConnectionsPage {
    @Inject
    private ConnectionBook book;

    @Inject
    private RunJournal journal;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private List<Row> rows = List.of();

    /** A connection in the list. */
    public record Row(
            long id,
            String name,
            String kind,
            String description,
            boolean inUse,
            boolean fromEnvironment,
            int problems,
            Optional<LocalDate> keyExpires,
            boolean keyExpiresSoon,
            Optional<Instant> lastSync) {}

    @PostConstruct
    void look() {
        rows = book.all().stream().map(this::row).toList();
    }

    private Row row(CrmConnection connection) {
        return new Row(
                connection.id(),
                connection.name(),
                connection.kind().label(),
                connection.describe(),
                connection.inUse(),
                connection.fromEnvironment(),
                connection.problems().size(),
                connection.keyExpires(),
                connection.keyExpiresSoon(formats.today()).isPresent(),
                journal.syncs(connection.source(), 1).stream().findFirst().map(RunSync::getBeganAt));
    }

    public List<Row> getRows() {
        return rows;
    }

    public String lastSync(Row row) {
        return row.lastSync().map(formats::moment).map(formats::capital).orElse(Formats.MISSING);
    }

    /** Empty text where nothing is known of it. */
    public String key(Row row) {
        return row.keyExpires()
                .map(day -> "Key lasts until " + formats.date(day))
                .orElse("");
    }

    public String use(long id) {
        if (!visitor.may(Role.ADMIN)) {
            return "";
        }
        if (book.use(id, visitor.getName()) instanceof Change.Refused refused) {
            notices.refused(refused.reason());
        } else {
            notices.done("'" + book.find(id).map(CrmConnection::name).orElse("") + "' is in use now.");
        }
        return "/connections?faces-redirect=true";
    }

    public String changeKey() {
        if (!visitor.may(Role.ADMIN)) {
            return "";
        }
        if (book.changeKey(visitor.getName()) instanceof Change.Refused refused) {
            notices.refused(refused.reason());
        } else {
            notices.done("All secrets are sealed with a new key.");
        }
        return "/connections?faces-redirect=true";
    }
}
