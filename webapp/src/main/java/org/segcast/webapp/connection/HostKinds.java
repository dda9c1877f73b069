/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segcast.webapp.connection.ConnectionDraft.Problem;

/** Every kind of CRM there is, by name. */
@ApplicationScoped
public class HostKinds {
    private List<HostKind> kinds = List.of();

    protected HostKinds() {}

    @Inject
    HostKinds(@Any Instance<HostKind> found) {
        this(found.stream().toList());
    }

    HostKinds(List<HostKind> kinds) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(HostKind::label)).toList();
    }

    public List<HostKind> all() {
        return kinds;
    }

    public Optional<HostKind> find(String key) {
        return kinds.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** What is wrong with a draft of a kind that there is not. */
    Problem unknown(String key) {
        return new Problem("kind", "'" + key + "' is no kind of CRM: expected one of " + keys());
    }

    /** For messages: {@code csv, odoo, sample}. */
    String keys() {
        return kinds.stream().map(HostKind::key).sorted().collect(Collectors.joining(", "));
    }
}
