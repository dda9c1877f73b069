/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.RecordKind;

/** A row of {@code engagements.csv}. */
final class EngagementShape implements CsvShape<EngagementRecord> {
    private static final String KINDS = Arrays.stream(EngagementKind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));

    @Override
    public RecordKind kind() {
        return RecordKind.ENGAGEMENT;
    }

    @Override
    public String id() {
        return "id";
    }

    @Override
    public List<String> required() {
        return List.of("id", "contact_id", "kind", "date");
    }

    @Override
    public EngagementRecord record(CsvHeader header, CsvCells cells) throws CsvDefect {
        return new EngagementRecord(
                cells.required("id"),
                cells.required("contact_id"),
                engagement(cells.required("kind")),
                cells.dateTime("date"),
                Optional.empty());
    }

    private static EngagementKind engagement(String word) throws CsvDefect {
        for (EngagementKind kind : EngagementKind.values()) {
            if (kind.name().equalsIgnoreCase(word)) {
                return kind;
            }
        }
        throw new CsvDefect("kind is none of " + KINDS);
    }
}
