/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.segcast.connector.spi.ScoreMark;

/** Segment, score and reason on the contact, in three fields that an administrator added; their names are in the settings. Oro's API makes no fields. */
final class OroScores {
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final OroClient client;
    private final OroFields fields;
    private final OroOperation operation;

    OroScores(OroClient client, OroFields fields, OroOperation operation) {
        this.client = client;
        this.fields = fields;
        this.operation = operation;
    }

    /** Those of our fields that Oro's contacts do not have, as one of them shows; empty where there is no contact to look at. */
    Optional<List<String>> missing() {
        OroQuery one =
                OroQuery.of("contacts").fields("contacts", fields.marks()).page(1);
        return client.get(one).data().stream().findFirst().map(contact -> {
            Set<String> there = contact.attributes().keySet();
            return fields.marks().stream()
                    .filter(field -> !there.contains(field))
                    .toList();
        });
    }

    /** A number that people changed beyond the scale is cut, so that the next plan differs and mends it. */
    Optional<ScoreMark> held(OroResource contact) {
        Optional<String> segment = contact.text(fields.segment());
        Optional<String> reason = contact.text(fields.reason());
        if (segment.isEmpty() && reason.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal percent = contact.number(fields.score())
                .orElse(BigDecimal.ZERO)
                .max(BigDecimal.ZERO)
                .min(MOST);
        return Optional.of(new ScoreMark(segment.orElse(""), percent.doubleValue(), reason.orElse("")));
    }

    Map<String, String> write(List<String> contacts, Map<String, ScoreMark> marks) {
        List<Map<String, Object>> records = new ArrayList<>(contacts.size());
        for (String contact : contacts) {
            ScoreMark mark = marks.get(contact);
            records.add(record(
                    contact,
                    Map.of(
                            fields.segment(), mark.segment(),
                            fields.score(), mark.percent(),
                            fields.reason(), mark.reason())));
        }
        return operation.update(contacts, records);
    }

    Map<String, String> clear(List<String> contacts) {
        Map<String, Object> empty = new HashMap<>();
        fields.marks().forEach(field -> empty.put(field, null));
        return operation.update(
                contacts,
                contacts.stream().map(contact -> record(contact, empty)).toList());
    }

    private static Map<String, Object> record(String contact, Map<String, Object> attributes) {
        Map<String, Object> record = new TreeMap<>();
        record.put("meta", Map.of("update", true));
        record.put("type", "contacts");
        record.put("id", contact);
        record.put("attributes", attributes);
        return record;
    }
}
