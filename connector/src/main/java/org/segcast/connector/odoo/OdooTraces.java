/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.EngagementRecord;

/**
 * Mails of Email Marketing: one row of Odoo tells that a mail was sent, opened and clicked. It counts for the partner it was sent to, else for the contact with its
 * address, the oldest where several have it; mails to others are passed over. Deletions are not followed: a mailing that somebody deletes was sent all the same.
 */
final class OdooTraces implements OdooPart<EngagementRecord> {
    private static final Map<EngagementKind, String> SINCE_15 = Map.of(
            EngagementKind.MAIL_SENT, "sent_datetime",
            EngagementKind.MAIL_OPENED, "open_datetime",
            EngagementKind.MAIL_CLICKED, "links_click_datetime");
    private static final Map<EngagementKind, String> BEFORE_15 = Map.of(
            EngagementKind.MAIL_SENT, "sent",
            EngagementKind.MAIL_OPENED, "opened",
            EngagementKind.MAIL_CLICKED, "clicked");
    private static final Map<EngagementKind, String> PREFIXES = Map.of(
            EngagementKind.MAIL_SENT, "sent-",
            EngagementKind.MAIL_OPENED, "opened-",
            EngagementKind.MAIL_CLICKED, "clicked-");

    private final OdooClient client;
    private final OdooFields fields;
    private final OdooEntities entities;
    private final OdooStandstill standstill;
    private final Map<String, Integer> partnerByEmail = new HashMap<>();

    OdooTraces(OdooClient client, OdooFields fields, OdooEntities entities, OdooStandstill standstill) {
        this.client = client;
        this.fields = fields;
        this.entities = entities;
        this.standstill = standstill;
    }

    @Override
    public String place() {
        return "mail-";
    }

    @Override
    public String model() {
        return "mailing.trace";
    }

    @Override
    public Set<String> series() {
        return Set.of();
    }

    @Override
    public Set<String> prefixes() {
        return Set.copyOf(PREFIXES.values());
    }

    @Override
    public OdooDomain all() {
        List<List<Object>> happened = times().values().stream()
                .map(time -> OdooDomain.term(time, "!=", false))
                .toList();
        OdooDomain all = OdooDomain.all().andAny(happened);
        return fields.has(model(), "is_test_trace") ? all.and("is_test_trace", "=", false) : all;
    }

    private Map<EngagementKind, String> times() {
        return fields.has(model(), "sent_datetime") ? SINCE_15 : BEFORE_15;
    }

    @Override
    public List<OdooDomain> changed(Instant since) {
        return List.of(OdooDomain.all().and(OdooDomain.since("write_date", since)));
    }

    /** Asked of all rows: which of them are told depends on fields that would have to be asked for first. */
    @Override
    public boolean standsStill(Instant since) {
        return standstill.of(model(), OdooDomain.all(), since);
    }

    @Override
    public List<String> fields() {
        return Stream.concat(Stream.of("model", "res_id", "email", "write_date"), times().values().stream())
                .toList();
    }

    @Override
    public int rows(int records) {
        return Math.max(1, records / PREFIXES.size());
    }

    @Override
    public void forget() {
        entities.forget();
        standstill.forget();
        partnerByEmail.clear();
    }

    @Override
    public void learn(List<OdooRow> rows) {
        entities.learn(rows.stream().map(OdooTraces::partner));
        Set<String> unknown = new HashSet<>();
        rows.stream()
                .filter(row -> entities.of(partner(row)).isEmpty())
                .flatMap(row -> row.text("email").stream())
                .filter(email -> !partnerByEmail.containsKey(email))
                .forEach(unknown::add);
        if (unknown.isEmpty()) {
            return;
        }
        OdooDomain holders =
                OdooDomain.alsoArchived().and("partner_share", "=", true).and("email_normalized", "in", unknown);
        for (OdooRow holder : OdooQuery.read(client, "res.partner", holders, "email_normalized")) {
            partnerByEmail.putIfAbsent(holder.needText("email_normalized"), holder.id());
        }
        entities.learn(unknown.stream().map(this::partner));
    }

    private static OptionalInt partner(OdooRow row) {
        return row.text("model").filter("res.partner"::equals).isPresent()
                ? row.reference("res_id")
                : OptionalInt.empty();
    }

    private OptionalInt partner(String email) {
        return Optional.ofNullable(partnerByEmail.get(email))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    @Override
    public Stream<EngagementRecord> records(OdooRow row) {
        OptionalInt told = entities.of(partner(row));
        OptionalInt contact = told.isPresent()
                ? told
                : entities.of(row.text("email").map(this::partner).orElse(OptionalInt.empty()));
        if (contact.isEmpty()) {
            return Stream.empty();
        }
        String contactId = Integer.toString(contact.getAsInt());
        return times().entrySet().stream()
                .filter(time -> row.text(time.getValue()).isPresent())
                .map(time -> new EngagementRecord(
                        PREFIXES.get(time.getKey()) + row.id(),
                        contactId,
                        time.getKey(),
                        row.needTime(time.getValue()),
                        row.instant("write_date")));
    }
}
