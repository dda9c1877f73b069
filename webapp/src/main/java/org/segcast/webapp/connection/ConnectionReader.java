/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.webapp.settings.SettingTexts;
import org.segcast.webapp.vault.Opened;

/** Makes a kept connection ready for use: secrets opened, or the texts outside the application where these hold, and all that is wrong with it. */
@ApplicationScoped
public class ConnectionReader {
    @Inject
    private ConnectionStore store;

    @Inject
    private HostKinds kinds;

    @Inject
    private SettingTexts outside;

    /** Empty for a kind that this version does not know. */
    Optional<CrmConnection> read(StoredConnection stored) {
        return kinds.find(stored.kind())
                .map(kind -> stored.fromEnvironment() ? fromOutside(stored, kind) : fromStore(stored, kind));
    }

    /** What the settings outside the application say about this kind. */
    Map<String, String> outside(HostKind kind) {
        Map<String, String> texts = new HashMap<>();
        kind.settings()
                .forEach(setting -> outside.of("segcast." + kind.key() + "." + setting.name())
                        .ifPresent(text -> texts.put(setting.name(), text)));
        return texts;
    }

    private CrmConnection fromOutside(StoredConnection stored, HostKind kind) {
        Map<String, String> texts = outside(kind);
        return connection(stored, kind, texts, kind.problems(texts));
    }

    private CrmConnection fromStore(StoredConnection stored, HostKind kind) {
        Map<String, String> texts = new HashMap<>(stored.texts());
        List<String> problems = new ArrayList<>();
        List<String> locked = new ArrayList<>();
        stored.secrets().keySet().forEach(name -> {
            Opened opened = store.open(stored, name);
            if (opened instanceof Opened.Clear clear) {
                texts.put(name, clear.secret().reveal());
            } else {
                locked.add(name);
                problems.add(SettingProblem.label(kind, name) + " of '" + stored.name() + "' "
                        + ((Opened.Locked) opened).reason());
            }
        });
        SettingProblem.of(kind, kind.problems(texts)).stream()
                .filter(problem -> !locked.contains(problem.setting()))
                .forEach(problem -> problems.add(problem.said(kind)));
        return connection(stored, kind, texts, problems);
    }

    private static CrmConnection connection(
            StoredConnection stored, HostKind kind, Map<String, String> texts, List<String> problems) {
        return new CrmConnection(
                stored.id(),
                stored.name(),
                kind,
                stored.source(),
                texts,
                stored.asOf(),
                stored.push(),
                stored.keyExpires(),
                stored.fromEnvironment(),
                stored.inUse(),
                problems);
    }
}
