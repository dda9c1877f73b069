/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.segcast.webapp.connection.ConnectionStore.Wanted;
import org.segcast.webapp.settings.Settings;
import org.segcast.webapp.vault.KeyChanging;
import org.segcast.webapp.vault.Vault;

/** What the server does with its connections when it starts: the one that the settings outside name is used; without any, the one used last, at first the sample. */
@ApplicationScoped
@Transactional
public class ConnectionsAtStart {
    private static final String NOBODY = "the server";
    private static final long NONE = 0;

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

    public void settle() {
        Optional<HostKind> named = settings.crm().flatMap(kinds::find);
        if (named.isPresent()) {
            useNamed(named.get());
        } else {
            release();
        }
    }

    /** Ends a change of the key: one that was cut off, or one that the settings ask for. */
    public void finishKeyChange() {
        vault.finishChange(() -> keyChanging.fire(new KeyChanging()));
    }

    /** Secrets that come from outside stay there. */
    private void useNamed(HostKind kind) {
        Map<String, String> plain = new HashMap<>(reader.outside(kind));
        kind.settings().stream().filter(HostSetting::secret).forEach(setting -> plain.remove(setting.name()));
        String source = kind.source(plain);
        Optional<StoredConnection> known = store.ofSource(source);
        String name = known.map(StoredConnection::name).orElseGet(() -> freeName(kind.label()));
        Wanted wanted = new Wanted(name, kind.key(), source, Optional.empty(), kind.usualPush(), plain, Map.of());
        long id = known.map(StoredConnection::id).orElseGet(() -> store.add(wanted, NOBODY));
        store.change(id, wanted, NOBODY);
        store.markFromEnvironment(id);
        store.use(id);
    }

    /** What the settings outside named before is an ordinary connection from now on, out of use. */
    private void release() {
        boolean chosen = store.inUse().filter(used -> !used.fromEnvironment()).isPresent();
        store.markFromEnvironment(NONE);
        if (!chosen) {
            store.use(sample());
        }
    }

    private long sample() {
        HostKind kind = kinds.find(SampleKind.KEY).orElseThrow();
        String source = kind.source(Map.of());
        return store.ofSource(source)
                .map(StoredConnection::id)
                .orElseGet(() -> store.add(
                        new Wanted(
                                freeName(kind.label()),
                                kind.key(),
                                source,
                                Optional.empty(),
                                kind.usualPush(),
                                Map.of(),
                                Map.of()),
                        NOBODY));
    }

    private String freeName(String wished) {
        List<String> taken = store.all().stream().map(StoredConnection::name).toList();
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? wished : wished + " " + number)
                .filter(name -> taken.stream().noneMatch(name::equalsIgnoreCase))
                .findFirst()
                .orElseThrow();
    }
}
