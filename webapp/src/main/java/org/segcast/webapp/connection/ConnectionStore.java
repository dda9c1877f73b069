/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.webapp.settings.Settings.PushMode;
import org.segcast.webapp.vault.KeyChanging;
import org.segcast.webapp.vault.Opened;
import org.segcast.webapp.vault.Vault;

/** Keeps connections in the state database. */
@ApplicationScoped
@Transactional
public class ConnectionStore {
    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    /**
     * A connection to be kept.
     *
     * @param plain settings that are not secret
     * @param secrets new ones, in plain text; those that are not named stay as they are
     */
    record Wanted(
            String name,
            String kind,
            String source,
            Optional<LocalDate> asOf,
            PushMode push,
            Map<String, String> plain,
            Map<String, String> secrets) {
        @Override
        public String toString() {
            return "connection to be kept (" + kind + ", " + source + ")";
        }
    }

    List<StoredConnection> all() {
        return state.createQuery(
                        "select c from StoredConnection c order by lower(c.name), c.id", StoredConnection.class)
                .getResultList();
    }

    Optional<StoredConnection> find(long id) {
        return Optional.ofNullable(state.find(StoredConnection.class, id));
    }

    Optional<StoredConnection> ofSource(String source) {
        return all().stream()
                .filter(connection -> connection.source().equals(source))
                .findFirst();
    }

    Optional<StoredConnection> inUse() {
        return all().stream().filter(StoredConnection::inUse).findFirst();
    }

    long add(Wanted wanted, String by) {
        StoredConnection added = new StoredConnection(wanted.kind());
        set(added, wanted, by);
        state.persist(added);
        // secrets are bound to the number that the database gives
        state.flush();
        sealAll(added, wanted.secrets());
        return added.id();
    }

    void change(long id, Wanted wanted, String by) {
        StoredConnection changed = state.find(StoredConnection.class, id);
        set(changed, wanted, by);
        if (!wanted.secrets().isEmpty()) {
            // it was the old key's
            changed.keyExpires(Optional.empty());
        }
        sealAll(changed, wanted.secrets());
    }

    /** Work that throws has changed nothing. */
    void allOrNothing(Runnable work) {
        work.run();
    }

    /** Holds at once, whatever becomes of the work around it. */
    @Transactional(TxType.REQUIRES_NEW)
    void keyExpires(long id, Optional<LocalDate> day) {
        find(id).ifPresent(connection -> connection.keyExpires(day));
    }

    private void set(StoredConnection connection, Wanted wanted, String by) {
        connection.set(wanted.name(), wanted.source(), wanted.asOf(), wanted.push(), wanted.plain());
        connection.signed(by, clock.instant());
    }

    private void sealAll(StoredConnection connection, Map<String, String> secrets) {
        secrets.forEach((name, text) -> connection.seal(name, vault.seal(text, place(connection, name))));
    }

    void remove(long id) {
        state.remove(state.find(StoredConnection.class, id));
    }

    /** From now on this is the only one in use. */
    void use(long id) {
        all().stream().filter(StoredConnection::inUse).forEach(connection -> connection.use(false));
        // the slot has to be free before another takes it
        state.flush();
        state.find(StoredConnection.class, id).use(true);
    }

    /** Only this one is named by the settings outside the application; nobody with an id that is none. */
    void markFromEnvironment(long id) {
        all().forEach(connection -> connection.fromEnvironment(connection.id() == id));
    }

    Opened open(StoredConnection connection, String setting) {
        return vault.open(connection.secrets().get(setting), place(connection, setting));
    }

    void reseal(@Observes KeyChanging changing) {
        for (StoredConnection connection : all()) {
            connection.secrets().forEach((name, kept) -> {
                if (!vault.current(kept) && open(connection, name) instanceof Opened.Clear clear) {
                    connection.seal(name, vault.seal(clear.secret().reveal(), place(connection, name)));
                }
            });
        }
    }

    private static String place(StoredConnection connection, String setting) {
        return "connection " + connection.id() + " " + setting;
    }
}
