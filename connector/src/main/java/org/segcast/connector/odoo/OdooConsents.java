/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.segcast.connector.spi.Consent;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Who allows what. Odoo keeps it in three places, and none of them stamps the partner when it changes:
 *
 * <ul>
 *   <li>{@code mail.blacklist}: no marketing mail; seen through the partner's own {@code is_blacklisted};
 *   <li>{@code mailing.subscription.opt_out}, where Email Marketing is installed: who left any list gets no marketing mail from us either;
 *   <li>the admin's tag for objections to profiling. Odoo has no field for these. The tag counts for the commercial entity when it sits on an
 *       address of a person, not when it sits on one employee of a company.
 * </ul>
 */
final class OdooConsents {
    private final OdooClient client;
    private final String noProfilingTag;
    private final Map<Instant, List<List<Object>>> changes = new HashMap<>();
    private Set<Integer> objectors = Set.of();
    private Set<String> leftLists = Set.of();
    private boolean listsClosed;
    private boolean known;

    OdooConsents(OdooClient client, String noProfilingTag) {
        this.client = client;
        this.noProfilingTag = noProfilingTag;
    }

    void forget() {
        known = false;
        changes.clear();
    }

    int objectors() {
        learn();
        return objectors.size();
    }

    /** Whether mailing lists exist that this user may not read. */
    boolean listsClosed() {
        learn();
        return listsClosed;
    }

    void learn() {
        if (!known) {
            objectors = readObjectors();
            leftLists = listEmails(OdooDomain.all().and("subscription_ids.opt_out", "=", true));
            known = true;
        }
    }

    Consent of(OdooRow partner) {
        boolean optedOut = partner.flag("is_blacklisted")
                || partner.text("email_normalized").filter(leftLists::contains).isPresent();
        return new Consent(!optedOut, !objectors.contains(partner.id()));
    }

    /**
     * Terms for the partners whose consent may have changed since, to be read beside those with a newer stamp. An objection that was taken back from
     * the tag's side is noticed by the next full read only, which errs on the side of the person.
     */
    List<List<Object>> changedSince(Instant since) {
        return changes.computeIfAbsent(since, this::readChanges);
    }

    private List<List<Object>> readChanges(Instant since) {
        List<Object> recent = OdooDomain.since("write_date", since);
        List<List<Object>> terms = new ArrayList<>();
        terms.add(OdooDomain.term("id", "in", objectors));
        Set<String> emails =
                new HashSet<>(listEmails(OdooDomain.all().and("subscription_ids", "any", List.of(recent))));
        try {
            emails.addAll(
                    emails("mail.blacklist", "email", OdooDomain.alsoArchived().andAny(List.of(recent))));
        } catch (SegcastException e) {
            terms.add(anyBlacklisted(e));
        }
        terms.add(OdooDomain.term("email_normalized", "in", emails));
        return terms;
    }

    /** Without the right to read the blacklist all its members are read again: new ones are seen, those taken off are not. */
    private static List<Object> anyBlacklisted(SegcastException refused) {
        if (refused.code() != ErrorCode.RIGHTS_MISSING) {
            throw refused;
        }
        return OdooDomain.term("is_blacklisted", "=", true);
    }

    private Set<Integer> readObjectors() {
        OdooDomain named = OdooDomain.alsoArchived().and("name", "=ilike", literal(noProfilingTag));
        List<Integer> tags = client.ids("res.partner.category", "search", Map.of("domain", named.terms()));
        if (tags.isEmpty()) {
            return Set.of();
        }
        OdooDomain members = OdooDomain.alsoArchived()
                .and("category_id", "child_of", tags)
                .andAny(List.of(
                        OdooDomain.term("is_company", "=", true),
                        OdooDomain.term("commercial_partner_id.is_company", "=", false)));
        Set<Integer> found = new HashSet<>();
        OdooQuery.read(client, "res.partner", members, "commercial_partner_id")
                .forEach(row -> row.reference("commercial_partner_id").ifPresent(found::add));
        return found;
    }

    /** None where Email Marketing is not installed or its lists are closed to this user. */
    private Set<String> listEmails(OdooDomain domain) {
        try {
            return emails("mailing.contact", "email_normalized", domain);
        } catch (SegcastException e) {
            if (e.code() != ErrorCode.MODULE_MISSING && e.code() != ErrorCode.RIGHTS_MISSING) {
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

    private static String literal(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
