/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;
import org.segcast.connector.spi.SegcastException;

/** Keeps the books of a push, and takes the culprits out of calls that Oro takes or refuses as a whole. */
final class OroBatch {
    static final String GONE = "the contact has been deleted in Oro meanwhile";
    private static final int HOPELESS = 20;

    private final OroClient client;
    private final ProgressListener progress;
    private final long total;
    private final long sentBefore;
    private final List<RejectedRecord> rejected = new ArrayList<>();
    private long written;

    OroBatch(OroClient client, ProgressListener progress, long total) {
        this.client = client;
        this.progress = progress;
        this.total = total;
        this.sentBefore = client.sent();
    }

    /** All or nothing: a call that fails has written nothing. */
    void whole(Collection<String> contacts, Consumer<List<String>> call) {
        writeWhole(known(contacts), call);
    }

    /** @param call writes one by one and answers why some were not taken, by contact */
    void each(Collection<String> contacts, Function<List<String>, Map<String, String>> call) {
        List<String> known = known(contacts);
        if (!known.isEmpty()) {
            Map<String, String> refused = call.apply(known);
            refused.forEach(this::leaveOut);
            wrote(known.size() - refused.size());
        }
    }

    void leaveOut(String contact, String reason) {
        rejected.add(new RejectedRecord(RecordKind.CONTACT, contact, OptionalInt.empty(), reason));
    }

    PushReceipt receipt() {
        return new PushReceipt(written, client.sent() - sentBefore, rejected);
    }

    private List<String> known(Collection<String> contacts) {
        List<String> known = new ArrayList<>(contacts.size());
        for (String contact : contacts) {
            if (OroQuery.isId(contact)) {
                known.add(contact);
            } else {
                leaveOut(contact, "no contact of Oro has such an id");
            }
        }
        return known;
    }

    private void wrote(int more) {
        written += more;
        progress.progress(written, Math.max(total, written));
    }

    private void writeWhole(List<String> contacts, Consumer<List<String>> call) {
        if (contacts.isEmpty()) {
            return;
        }
        try {
            call.accept(contacts);
        } catch (SegcastException e) {
            withoutCulprits(contacts, call, e);
            return;
        }
        wrote(contacts.size());
    }

    private void withoutCulprits(List<String> contacts, Consumer<List<String>> call, SegcastException why) {
        switch (why.code()) {
            case RECORD_MISSING -> {
                Set<String> there = existing(contacts);
                if (there.size() == contacts.size()) {
                    throw why; // the tag itself is gone, not a contact
                }
                contacts.stream().filter(contact -> !there.contains(contact)).forEach(gone -> leaveOut(gone, GONE));
                writeWhole(contacts.stream().filter(there::contains).toList(), call);
            }
            case REQUEST_REFUSED -> halve(contacts, call, why);
            default -> throw why;
        }
    }

    private void halve(List<String> contacts, Consumer<List<String>> call, SegcastException why) {
        if (written == 0 && rejected.size() >= HOPELESS) {
            throw why;
        }
        if (contacts.size() == 1) {
            leaveOut(contacts.get(0), "Oro refused to change this contact. " + why.getMessage());
            return;
        }
        int half = contacts.size() / 2;
        writeWhole(contacts.subList(0, half), call);
        writeWhole(contacts.subList(half, contacts.size()), call);
    }

    private Set<String> existing(List<String> contacts) {
        OroQuery these = OroQuery.of("contacts").any("id", contacts).fields("contacts", "id");
        Set<String> found = new HashSet<>();
        client.get(these.page(contacts.size()).sentInBody()).data().forEach(contact -> found.add(contact.id()));
        return found;
    }
}
