/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.segcast.connector.spi.SegcastException;
import org.segcast.webapp.connection.ConnectionDraft.Problem;
import org.segcast.webapp.connection.ConnectionStore.Wanted;
import org.segcast.webapp.settings.Settings;
import org.segcast.webapp.vault.KeyChanging;
import org.segcast.webapp.vault.Vault;

/** All connections: which there are, and how people add, change, use and remove them. */
@ApplicationScoped
public class ConnectionBook {
    private static final Logger LOG = Logger.getLogger(ConnectionBook.class.getName());

    @Inject
    private Settings settings;

    @Inject
    private ConnectionStore store;

    @Inject
    private ConnectionReader reader;

    @Inject
    private HostKinds kinds;

    @Inject
    private Vault vault;

    @Inject
    private Event<KeyChanging> keyChanging;

    @Inject
    private ConnectionSwitch switching;

    @Inject
    private Event<ConnectionRemoved> removed;

    /** What became of a change. */
    public sealed interface Change {
        record Done(long id) implements Change {}

        /** @param problems all at once, each with the field it is about */
        record Invalid(List<Problem> problems) implements Change {}

        record Refused(String reason) implements Change {}
    }

    /** By name. */
    public List<CrmConnection> all() {
        return store.all().stream()
                .flatMap(stored -> reader.read(stored).stream())
                .toList();
    }

    public Optional<CrmConnection> find(long id) {
        return store.find(id).flatMap(reader::read);
    }

    public List<HostKind> kinds() {
        return kinds.all();
    }

    public synchronized Change add(ConnectionDraft draft, String by) {
        return kept(draft, Optional.empty(), wanted -> {
            long id = store.add(wanted, by);
            LOG.log(Level.INFO, "{0} added connection {1} ({2})", new Object[] {by, id, wanted.kind()});
            return new Change.Done(id);
        });
    }

    /** The kind stays what it was; a connection in use is changed only while no run is going. */
    public synchronized Change change(long id, ConnectionDraft draft, String by) {
        CrmConnection before = find(id).orElseThrow();
        if (before.fromEnvironment()) {
            return outside(before);
        }
        if (!draft.kind().equals(before.kind().key())) {
            return new Change.Invalid(List.of(new Problem(
                    "kind",
                    "'" + before.name() + "' is of the kind " + before.kind().key() + " and stays so: add another")));
        }
        Change change = kept(draft, Optional.of(before), wanted -> {
            if (!before.inUse()) {
                store.change(id, wanted, by);
                return new Change.Done(id);
            }
            return switching.make(id, () -> store.change(id, wanted, by));
        });
        if (change instanceof Change.Done) {
            LOG.log(Level.INFO, "{0} changed connection {1}", new Object[] {by, id});
        }
        return change;
    }

    private interface Keeping {
        Change keep(Wanted wanted);
    }

    private Change kept(ConnectionDraft draft, Optional<CrmConnection> before, Keeping keeping) {
        Optional<HostKind> kind = kinds.find(draft.kind());
        if (kind.isEmpty()) {
            return new Change.Invalid(List.of(kinds.unknown(draft.kind())));
        }
        DraftCheck check = new DraftCheck(draft, kind.get(), before);
        List<CrmConnection> others = all().stream()
                .filter(other ->
                        before.filter(changed -> changed.id() == other.id()).isEmpty())
                .toList();
        Optional<Wanted> wanted = check.wanted(others);
        if (wanted.isEmpty()) {
            return new Change.Invalid(check.problems());
        }
        try {
            return keeping.keep(wanted.get());
        } catch (SegcastException noKey) {
            return new Change.Refused(noKey.getMessage());
        }
    }

    /**
     * Decides which fields are read from the next read of everything on.
     *
     * @param names the CRM's own; none for the usual ones
     */
    public synchronized Change chooseFields(long id, List<String> names, String by) {
        CrmConnection before = find(id).orElseThrow();
        if (!before.kind().choosesFields()) {
            return new Change.Refused("The fields of " + before.kind().label() + " can't be chosen.");
        }
        Map<String, String> texts = new HashMap<>(before.shown());
        texts.put(HostSetting.FIELDS, String.join(",", names));
        return change(
                id,
                new ConnectionDraft(
                        before.name(),
                        before.kind().key(),
                        texts,
                        before.asOf().map(Object::toString).orElse(""),
                        before.push().name()),
                by);
    }

    /** From now on runs, pages and the schedule are about this one. */
    public synchronized Change use(long id, String by) {
        CrmConnection wanted = find(id).orElseThrow();
        if (settings.crm().isPresent() && !wanted.fromEnvironment()) {
            return new Change.Refused(
                    "The setting segcast.crm (or the environment variable SEGCAST_CRM) says which connection is used."
                            + " Take it away and start the server again to choose here.");
        }
        if (wanted.inUse()) {
            return new Change.Done(id);
        }
        Change change = switching.make(id, () -> store.use(id));
        if (change instanceof Change.Done) {
            LOG.log(Level.INFO, "{0} put connection {1} ({2}) in use", new Object[] {by, id, wanted.source()});
        }
        return change;
    }

    /**
     * Removes a connection that is not in use.
     *
     * @param confirmed its name, as somebody typed it
     * @param withData whether the copy of its CRM and what was inferred goes, too
     */
    public synchronized Change remove(long id, String confirmed, boolean withData, String by) {
        CrmConnection gone = find(id).orElseThrow();
        if (gone.fromEnvironment()) {
            return outside(gone);
        }
        if (gone.inUse()) {
            return new Change.Refused("'" + gone.name() + "' is in use: use another one first.");
        }
        if (!gone.name().equals(confirmed.strip())) {
            return new Change.Invalid(
                    List.of(new Problem("confirm", "Type the connection's name, " + gone.name() + ", to remove it")));
        }
        try {
            removed.fire(new ConnectionRemoved(gone.source(), withData));
        } catch (SegcastException stays) {
            return new Change.Refused(stays.getMessage());
        }
        store.remove(id);
        LOG.log(Level.INFO, "{0} removed connection {1} ({2}){3}", new Object[] {
            by, id, gone.source(), withData ? " with its data" : ""
        });
        return new Change.Done(id);
    }

    /** Seals all secrets with a new key. */
    public synchronized Change changeKey(String by) {
        try {
            Optional<String> refused = vault.changeKey(() -> keyChanging.fire(new KeyChanging()));
            if (refused.isEmpty()) {
                LOG.log(Level.INFO, "{0} changed the key that secrets are sealed with", by);
            }
            return refused.<Change>map(Change.Refused::new).orElseGet(() -> new Change.Done(0));
        } catch (SegcastException unusable) {
            return new Change.Refused(unusable.getMessage());
        }
    }

    private static Change outside(CrmConnection connection) {
        return new Change.Refused(
                "'" + connection.name()
                        + "' is set up outside the application, by environment variables: change it there and start the server again.");
    }
}
