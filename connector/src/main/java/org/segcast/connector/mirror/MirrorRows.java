/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.duckdb.DuckDBAppender;
import org.segcast.connector.spi.CampaignResponse;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;

/** Records as rows of the stage tables, column by column in the order of {@link MirrorSchema}. */
final class MirrorRows {
    /** Stands between texts that are read in one; never within them. */
    static final String SEPARATOR = "\u001f";

    private MirrorRows() {}

    static void contact(DuckDBAppender row, ContactRecord contact) throws SQLException {
        row.append(contact.id()).append(contact.name());
        text(row, contact.email());
        text(row, contact.phone());
        text(row, contact.company());
        row.append(contact.active())
                .append(contact.consent().email())
                .append(contact.consent().profiling())
                .append(joined(contact.attributes().keySet()))
                .append(joined(contact.attributes().values()));
        stamp(row, contact.changedAt());
    }

    private static String joined(Collection<String> texts) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            joined.append(text.replace(SEPARATOR, " ")).append(SEPARATOR);
        }
        return joined.isEmpty() ? "" : joined.substring(0, joined.length() - SEPARATOR.length());
    }

    static void order(DuckDBAppender row, OrderRecord order) throws SQLException {
        row.append(order.id()).append(order.contactId()).append(order.orderedAt());
        row.appendDecimal(rounded(order.amount(), 2))
                .append(order.currency())
                .append(order.state().name());
        if (order.original().isPresent()) {
            row.appendDecimal(rounded(order.original().get().amount(), 2))
                    .append(order.original().get().currency());
        } else {
            row.appendNull().appendNull();
        }
        stamp(row, order.changedAt());
    }

    static void engagement(DuckDBAppender row, EngagementRecord engagement) throws SQLException {
        row.append(engagement.id())
                .append(engagement.contactId())
                .append(engagement.kind().name())
                .append(engagement.at());
        stamp(row, engagement.changedAt());
    }

    static void ownLines(DuckDBAppender appender, ReadPlace place, List<OrderRecord> orders) throws SQLException {
        for (int i = 0; i < orders.size(); i++) {
            long ordinal = 0;
            for (OrderLineRecord line : orders.get(i).lines()) {
                line(appender.beginRow(), orders.get(i).id(), line);
                appender.append(ordinal++)
                        .appendNull()
                        .append(place.records() + i)
                        .endRow();
            }
        }
    }

    static void line(DuckDBAppender row, String orderId, OrderLineRecord line) throws SQLException {
        row.append(orderId)
                .append(line.product())
                .append(line.category())
                .appendDecimal(rounded(line.quantity(), 3))
                .appendDecimal(rounded(line.amount(), 2))
                .appendDecimal(rounded(line.discount(), 2));
    }

    static void response(DuckDBAppender row, CampaignResponse response) throws SQLException {
        row.append(response.campaign())
                .append(response.contactId())
                .append(response.treatment())
                .append(response.date())
                .append(response.responded());
    }

    /** Those that have an id of their own; of one that stands in a file twice the other may be sound. */
    static MirrorSession.Appending leftOut(RecordKind kind, List<RejectedRecord> rejected) {
        return appender -> {
            for (RejectedRecord record : rejected) {
                if (!record.id().isEmpty()) {
                    appender.beginRow().append(kind.name()).append(record.id()).endRow();
                }
            }
        };
    }

    static DuckDBAppender place(DuckDBAppender row, long ordinal, OptionalInt line) throws SQLException {
        row.append(ordinal);
        return line.isPresent() ? row.append(line.getAsInt()) : row.appendNull();
    }

    private static void text(DuckDBAppender row, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            row.append(text.get());
        } else {
            row.appendNull();
        }
    }

    private static void stamp(DuckDBAppender row, Optional<Instant> changedAt) throws SQLException {
        if (changedAt.isPresent()) {
            row.append(utc(changedAt.get()));
        } else {
            row.appendNull();
        }
    }

    /** As DuckDB keeps a DECIMAL(18, scale): the unscaled number; {@link MirrorLimits} keeps longer ones away. */
    private static long rounded(BigDecimal number, int scale) {
        if (number.signum() == 0 || (long) number.precision() - number.scale() < -scale) {
            return 0;
        }
        return number.setScale(scale, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
