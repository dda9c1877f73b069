/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.segcast.connector.spi.Consent;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Who allows what. Odoo keeps it in several places, and most of them do not stamp the partner when they change:
 *
 * <ul>
 *   <li>{@code mail.blacklist}: no marketing mail; seen through the partner's own {@code is_blacklisted};
 *   <li>{@code mailing.subscription.opt_out}, where Email Marketing is installed: who left any list gets no marketing mail from us either;
 *   <li>tags and a field of the contact for objections to profiling, see {@link OdooObjections}.
 * </ul>
 */
final class OdooConsents {
    private static final String LIST_CONTACT = "mailing.contact";

    private final OdooClient client;
    private final OdooPartnerFields fields;
    private final OdooObjections objections;
    private final Map<Instant, Changes> changes = new HashMap<>();
    private Optional<Set<String>> leftLists = Optional.empty();
    private boolean listsClosed;

    /**
     * @param emails whose holders may have been listed or taken off a list
     * @param blacklisted all who are, where the list itself is closed
     */
    private record Changes(Set<String> emails, Optional<OdooDomain> blacklisted) {}

    OdooConsents(OdooClient client, OdooPartnerFields fields, OdooObjections objections) {
        this.client = client;
        this.fields = fields;
        this.objections = objections;
    }

    void forget() {
        changes.clear();
        leftLists = Optional.empty();
        objections.forget();
    }

    void learn() {
        objections.learn();
    }

    /** Before {@link #of}; read only where there are contacts to ask it for. */
    void learnLists() {
        if (leftLists.isEmpty()) {
            leftLists = Optional.of(listEmails(left -> OdooDomain.all().and(left + ".opt_out", "=", true)));
        }
    }

    /** Whether mailing lists exist that this user may not read. */
    boolean listsClosed() {
        learnLists();
        return listsClosed;
    }

    Consent of(OdooRow partner) {
        boolean optedOut = partner.flag("is_blacklisted")
                || partner.text("email_normalized")
                        .filter(leftLists.orElseThrow()::contains)
                        .isPresent();
        boolean objects = objections.of(partner.id())
                || fields.noProfiling().filter(partner::flag).isPresent();
        return new Consent(!optedOut, !objects);
    }

    /** Whether anybody's objection may have been noted or taken back since without a stamp on a contact: then all are read. */
    boolean objectionsTouched(Instant since) {
        return objections.touched(since);
    }

    /** Whether no consent can have changed since without a stamp on a partner. */
    boolean unchanged(Instant since) {
        Changes changed = changes.computeIfAbsent(since, this::readChanges);
        return changed.emails().isEmpty() && changed.blacklisted().isEmpty() && objections.tagsUnchanged(since);
    }

    /** Contacts whose consent may have changed since, to be read beside those with a newer stamp: those of at least one of these. */
    List<OdooDomain> changedSince(Instant since) {
        List<OdooDomain> terms = new ArrayList<>(objections.changed(since));
        Changes changed = changes.computeIfAbsent(since, this::readChanges);
        changed.blacklisted().ifPresent(terms::add);
        if (!changed.emails().isEmpty()) {
            terms.add(OdooDomain.all().and("email_normalized", "in", changed.emails()));
        }
        return terms;
    }

    private Changes readChanges(Instant since) {
        Optional<OdooDomain> blacklisted = Optional.empty();
        Set<String> emails = new HashSet<>(
                listEmails(recent -> OdooDomain.all().and(OdooDomain.since(recent + ".write_date", since))));
        try {
            OdooDomain listed = OdooDomain.alsoArchived().and(OdooDomain.since("write_date", since));
            emails.addAll(emails("mail.blacklist", "email", listed));
        } catch (SegcastException e) {
            blacklisted = Optional.of(anyBlacklisted(e));
        }
        return new Changes(emails, blacklisted);
    }

    /** Without the right to read the blacklist all its members are read again: new ones are seen, those taken off are not. */
    private static OdooDomain anyBlacklisted(SegcastException refused) {
        if (refused.code() != ErrorCode.RIGHTS_MISSING) {
            throw refused;
        }
        return OdooDomain.all().and("is_blacklisted", "=", true);
    }

    /** None where Email Marketing is not installed or its lists are closed to this user. */
    private Set<String> listEmails(Function<String, OdooDomain> bySubscriptions) {
        try {
            OdooDomain domain = bySubscriptions.apply(client.version().subscriptions());
            return emails(LIST_CONTACT, "email_normalized", domain);
        } catch (SegcastException e) {
            if (!e.code().isClosed()) {
                throw e;
            }
            listsClosed = e.code() == ErrorCode.RIGHTS_MISSING;
            return Set.of();
        }
    }

    private Set<String> emails(String model, String field, OdooDomain domain) {
        Set<String> found = new HashSet<>();
        OdooQuery.read(client, model, domain, field)
                .forEach(row -> row.text(field).ifPresent(found::add));
        return found;
    }
}
