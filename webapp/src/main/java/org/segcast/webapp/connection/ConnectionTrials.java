/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.CrmField;
import org.segcast.connector.spi.HostCrm;
import org.segcast.webapp.connection.ConnectionDraft.Problem;

/** Asks CRMs, in use or not, before anybody relies on them: whether they can be worked with, and which fields their contacts have. Changes nothing. */
@ApplicationScoped
public class ConnectionTrials {
    @Inject
    private ConnectionBook book;

    @Inject
    private HostKinds kinds;

    /** Tries a draft without keeping it. */
    public ConnectionCheck test(ConnectionDraft draft, Optional<Long> changed) {
        Optional<HostKind> kind = kinds.find(draft.kind());
        if (kind.isEmpty()) {
            return failing(List.of(kinds.unknown(draft.kind())));
        }
        DraftCheck check = new DraftCheck(draft, kind.get(), changed.flatMap(book::find));
        if (!check.problems().isEmpty()) {
            return failing(check.problems());
        }
        try (HostCrm crm = kind.get().open(check.texts())) {
            return crm.check();
        }
    }

    private static ConnectionCheck failing(List<Problem> problems) {
        return CrmConnection.failing(problems.stream().map(Problem::text).toList());
    }

    public ConnectionCheck test(long id) {
        return book.find(id).orElseThrow().check();
    }

    /**
     * The fields of contacts that a CRM has.
     *
     * @param choosable whether people can choose which of them are read
     */
    public record Fields(boolean choosable, List<CrmField> all) {}

    /** @throws org.segcast.connector.spi.SegcastException where the CRM does not answer */
    public Fields fields(long id) {
        CrmConnection connection = book.find(id).orElseThrow();
        try (HostCrm crm = connection.open()) {
            boolean choosable =
                    connection.kind().choosesFields() && crm.capabilities().contains(Capability.CHOOSES_FIELDS);
            return new Fields(choosable, choosable ? crm.fields() : List.of());
        }
    }
}
