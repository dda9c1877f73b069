/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;
import org.segcast.connector.spi.SegcastException;

/**
 * Writes many partners in few calls. A call that fails has written nothing (one transaction), so the culprits are taken out and the rest is sent
 * again: deleted partners by asking which exist, others by halving. Halving helps too where others keep editing the same partners.
 */
final class OdooBatch {
    private static final int HOPELESS = 20;

    private final OdooClient client;
    private final ProgressListener progress;
    private final long total;
    private final long sentBefore;
    private final List<RejectedRecord> rejected = new ArrayList<>();
    private long written;

    OdooBatch(OdooClient client, ProgressListener progress, long total) {
        this.client = client;
        this.progress = progress;
        this.total = total;
        this.sentBefore = client.sent();
    }

    /** As many contacts as one call takes. */
    void write(Collection<String> contacts, Consumer<List<Integer>> call) {
        writeChunk(partners(contacts), call);
    }

    void leaveOut(String contact, String reason) {
        rejected.add(new RejectedRecord(RecordKind.CONTACT, contact, OptionalInt.empty(), reason));
    }

    PushReceipt receipt() {
        return new PushReceipt(written, client.sent() - sentBefore, rejected);
    }

    private List<Integer> partners(Collection<String> contacts) {
        Set<Integer> partners = new TreeSet<>();
        for (String contact : contacts) {
            if (OdooQuery.isId(contact)) {
                partners.add(Integer.valueOf(contact));
            } else {
                leaveOut(contact, "no contact of Odoo has such an id");
            }
        }
        return List.copyOf(partners);
    }

    private void writeChunk(List<Integer> partners, Consumer<List<Integer>> call) {
        if (partners.isEmpty()) {
            return;
        }
        try {
            call.accept(partners);
        } catch (SegcastException e) {
            withoutCulprits(partners, call, e);
            return;
        }
        written += partners.size();
        progress.progress(written, Math.max(total, written));
    }

    private void withoutCulprits(List<Integer> partners, Consumer<List<Integer>> call, SegcastException why) {
        switch (why.code()) {
            case RECORD_MISSING -> {
                List<Integer> existing = existing(partners);
                if (existing.size() == partners.size()) {
                    halve(partners, call, why);
                } else {
                    leaveOutMissing(partners, existing);
                    writeChunk(existing, call);
                }
            }
            case REQUEST_REFUSED -> halve(partners, call, why);
            case CONFLICT -> halveOrGiveUp(partners, call, why);
            default -> throw why;
        }
    }

    /** People keep editing some of these contacts: the fewer a transaction holds, and the shorter it lasts, the less it meets them. */
    private void halveOrGiveUp(List<Integer> partners, Consumer<List<Integer>> call, SegcastException why) {
        if (partners.size() == 1) {
            throw why;
        }
        int half = partners.size() / 2;
        writeChunk(partners.subList(0, half), call);
        writeChunk(partners.subList(half, partners.size()), call);
    }

    private void halve(List<Integer> partners, Consumer<List<Integer>> call, SegcastException why) {
        if (written == 0 && rejected.size() >= HOPELESS) {
            throw why;
        }
        if (partners.size() == 1) {
            leaveOut(partners.get(0).toString(), refusal(why));
            return;
        }
        int half = partners.size() / 2;
        writeChunk(partners.subList(0, half), call);
        writeChunk(partners.subList(half, partners.size()), call);
    }

    /** The exception's own words tell what was tried and how it was refused, without people's data. */
    private static String refusal(SegcastException why) {
        return "Odoo refused to change this contact. " + why.getMessage()
                + ". Open the contact in Odoo and try to save it: Odoo then says what is wrong with it";
    }

    private List<Integer> existing(List<Integer> partners) {
        OdooDomain domain = OdooDomain.alsoArchived().and("id", "in", partners);
        return client.ids("res.partner", "search", Map.of("domain", domain.terms(), "order", "id"));
    }

    private void leaveOutMissing(List<Integer> partners, List<Integer> existing) {
        Set<Integer> there = Set.copyOf(existing);
        partners.stream()
                .filter(partner -> !there.contains(partner))
                .forEach(partner -> leaveOut(partner.toString(), "the contact has been deleted in Odoo meanwhile"));
    }
}
