/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
    private Set<Integer> objectors = Set.of();
    private Set<String> leftLists = Set.of();
    private boolean known;

    OdooConsents(OdooClient client, String noProfilingTag) {
        this.client = client;
        this.noProfilingTag = noProfilingTag;
    }

    void forget() {
        known = false;
    }

    private void learn() {
        if (!known) {
            objectors = readObjectors();
            leftLists = emails(
                    "mailing.contact", "email_normalized", OdooDomain.all().and("subscription_ids.opt_out", "=", true));
            known = true;
        }
    }

    Consent of(OdooRow partner) {
        learn();
        boolean optedOut = partner.flag("is_blacklisted")
                || partner.text("email_normalized").filter(leftLists::contains).isPresent();
        return new Consent(!optedOut, !objectors.contains(partner.id()));
    }

    /**
     * Terms for the partners whose consent may have changed since, to be read beside those with a newer stamp. An objection that was taken back from
     * the tag's side is noticed by the next full read only, which errs on the side of the person.
     */
    List<List<Object>> changedSince(Instant since) {
        learn();
        List<List<Object>> terms = new ArrayList<>();
        terms.add(OdooDomain.term("id", "in", objectors));
        OdooDomain lists = OdooDomain.all();
        Set<String> emails = new HashSet<>(emails(
                "mailing.contact",
                "email_normalized",
                lists.and("subscription_ids", "any", List.of(OdooDomain.since("write_date", since)))));
        try {
            emails.addAll(readEmails(
                    "mail.blacklist",
                    "email",
                    OdooDomain.alsoArchived().andAny(List.of(OdooDomain.since("write_date", since)))));
        } catch (SegcastException e) {
            terms.add(orBlacklisted(e));
        }
        terms.add(OdooDomain.term("email_normalized", "in", emails));
        return terms;
    }

    /** Without the right to read the blacklist all its members are read again: new ones are seen, those taken off are not. */
    private static List<Object> orBlacklisted(SegcastException refused) {
        if (refused.code() != ErrorCode.RIGHTS_MISSING) {
            throw refused;
        }
        return OdooDomain.term("is_blacklisted", "=", true);
    }

    private Set<Integer> readObjectors() {
        List<Integer> tags = client.ids(
                "res.partner.category",
                "search",
                Map.of(
                        "domain",
                        OdooDomain.alsoArchived()
                                .and("name", "=ilike", literal(noProfilingTag))
                                .terms()));
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

    /** Empty where the module is not installed or its lists are closed to this user. */
    private Set<String> emails(String model, String field, OdooDomain domain) {
        return orNone(() -> readEmails(model, field, domain));
    }

    private Set<String> readEmails(String model, String field, OdooDomain domain) {
        Set<String> found = new HashSet<>();
        OdooQuery.read(client, model, domain, field)
                .forEach(row -> row.text(field).ifPresent(found::add));
        return found;
    }

    private static Set<String> orNone(Supplier<Set<String>> read) {
        try {
            return read.get();
        } catch (SegcastException e) {
            if (e.code() == ErrorCode.MODULE_MISSING || e.code() == ErrorCode.RIGHTS_MISSING) {
                return Set.of();
            }
            throw e;
        }
    }

    private static String literal(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
