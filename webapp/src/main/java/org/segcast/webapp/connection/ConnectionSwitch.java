/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.segcast.connector.spi.SegcastException;
import org.segcast.webapp.connection.ConnectionBook.Change;

/**
 * Changes which CRM is in use, or where it is: while no run is going, and either everything follows or nothing was changed. Else the next run would pour one CRM's
 * records into another one's copy.
 */
@ApplicationScoped
public class ConnectionSwitch {
    private ConnectionStore store;
    private Connections connections;
    private Standstill standstill;
    private Consumer<ConnectionSwitched> told;

    protected ConnectionSwitch() {}

    @Inject
    public ConnectionSwitch(
            ConnectionStore store, Connections connections, Standstill standstill, Event<ConnectionSwitched> event) {
        this(store, connections, standstill, event::fire);
    }

    ConnectionSwitch(
            ConnectionStore store, Connections connections, Standstill standstill, Consumer<ConnectionSwitched> told) {
        this.store = store;
        this.connections = connections;
        this.standstill = standstill;
        this.told = told;
    }

    /**
     * @param id the connection that the change is about
     * @param change of what is kept
     */
    Change make(long id, Runnable change) {
        try {
            return standstill
                    .during(() -> followed(change))
                    .<Change>map(Change.Refused::new)
                    .orElseGet(() -> new Change.Done(id));
        } catch (SegcastException stays) {
            return new Change.Refused(stays.getMessage());
        }
    }

    private void followed(Runnable change) {
        try {
            store.allOrNothing(() -> {
                change.run();
                follow();
            });
        } catch (RuntimeException stays) {
            back(stays);
            throw stays;
        }
    }

    /** To what is kept still. */
    private void back(RuntimeException why) {
        try {
            follow();
        } catch (RuntimeException worse) {
            why.addSuppressed(worse);
        }
    }

    private void follow() {
        told.accept(new ConnectionSwitched(connections.reload().source()));
    }
}
