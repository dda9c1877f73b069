/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.segcast.connector.spi.CampaignResponse;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.LooseOrderLine;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;

/** What the mirror's tables can hold. A record beyond that is left out with its reason, and the rest of its page goes on. */
final class MirrorLimits {
    private static final int LONGEST_ID = 200;
    private static final int DIGITS = 18;
    private static final int AMOUNT_SCALE = 2;
    private static final int QUANTITY_SCALE = 3;

    private MirrorLimits() {}

    static <R> Page<R> storable(RecordKind kind, Page<R> page) {
        for (R record : page.records()) {
            if (defect(record).isPresent()) {
                return withoutDefects(kind, page);
            }
        }
        return page;
    }

    private static <R> Page<R> withoutDefects(RecordKind kind, Page<R> page) {
        List<R> kept = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        List<RejectedRecord> rejected = new ArrayList<>(page.rejected());
        for (int i = 0; i < page.records().size(); i++) {
            R record = page.records().get(i);
            OptionalInt line = page.line(i);
            Optional<String> defect = defect(record);
            if (defect.isPresent()) {
                rejected.add(new RejectedRecord(kind, isId(id(record)) ? id(record) : "", line, defect.get()));
            } else {
                kept.add(record);
                line.ifPresent(lines::add);
            }
        }
        return new Page<>(kept, rejected, page.nextAfterId(), lines);
    }

    private static Optional<String> defect(Object record) {
        if (!isId(id(record)) || !isId(owner(record))) {
            return Optional.of("its id or the one it points to is longer than " + LONGEST_ID
                    + " characters or holds control characters");
        }
        if (record instanceof OrderRecord order) {
            return first(List.of(
                    day("its date", order.orderedAt().toLocalDate()),
                    number("its amount", order.amount(), AMOUNT_SCALE),
                    order.original().flatMap(money -> number("its original amount", money.amount(), AMOUNT_SCALE)),
                    order.lines().stream().flatMap(line -> line(line).stream()).findFirst()));
        }
        if (record instanceof LooseOrderLine loose) {
            return line(loose.line());
        }
        if (record instanceof EngagementRecord engagement) {
            return day("its date", engagement.at().toLocalDate());
        }
        return record instanceof CampaignResponse response ? day("its date", response.date()) : Optional.empty();
    }

    private static Optional<String> line(OrderLineRecord line) {
        return first(List.of(
                number("a line's quantity", line.quantity(), QUANTITY_SCALE),
                number("a line's amount", line.amount(), AMOUNT_SCALE)));
    }

    /** The digits before the point are counted without writing the number out: {@code 1E+999999999} would fill the memory. */
    private static Optional<String> number(String what, BigDecimal number, int scale) {
        int most = DIGITS - scale;
        long before = (long) number.precision() - number.scale();
        boolean fits = number.signum() == 0
                || before < most
                || before == most
                        && number.setScale(scale, RoundingMode.HALF_UP).precision() <= DIGITS;
        return fits
                ? Optional.empty()
                : Optional.of(what + " has " + before + " digits before the point, expected at most " + most);
    }

    private static Optional<String> day(String what, LocalDate day) {
        return day.getYear() < 1 || day.getYear() > 9999
                ? Optional.of(what + " is in the year " + day.getYear() + ", expected 1 to 9999")
                : Optional.empty();
    }

    private static Optional<String> first(List<Optional<String>> defects) {
        return defects.stream().flatMap(Optional::stream).findFirst();
    }

    private static String id(Object record) {
        if (record instanceof ContactRecord contact) {
            return contact.id();
        }
        if (record instanceof OrderRecord order) {
            return order.id();
        }
        if (record instanceof EngagementRecord engagement) {
            return engagement.id();
        }
        return owner(record);
    }

    private static String owner(Object record) {
        if (record instanceof OrderRecord order) {
            return order.contactId();
        }
        if (record instanceof EngagementRecord engagement) {
            return engagement.contactId();
        }
        if (record instanceof LooseOrderLine line) {
            return line.orderId();
        }
        return record instanceof CampaignResponse response ? response.contactId() : "";
    }

    /** Two ids that differ only in what cannot be stored would become one. */
    private static boolean isId(String id) {
        if (id.length() > LONGEST_ID) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Character.isISOControl(c)) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                return id.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
            }
        }
        return true;
    }
}
