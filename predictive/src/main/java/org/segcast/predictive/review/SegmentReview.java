/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.review;

import static org.segcast.predictive.review.ReviewThresholds.CONTAINED;
import static org.segcast.predictive.review.ReviewThresholds.MANY;
import static org.segcast.predictive.review.ReviewThresholds.NEARLY_SAME;
import static org.segcast.predictive.review.ReviewThresholds.QUIET_DAYS;
import static org.segcast.predictive.review.ReviewThresholds.TESTABLE;
import static org.segcast.predictive.review.ReviewThresholds.WORTHWHILE;
import static org.segcast.predictive.review.ReviewThresholds.WORTHWHILE_SHARE;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Goes through segments as they stand at a day and tells what to decide on.
 *
 * @param contacts profiled ones in all
 */
public record SegmentReview(LocalDate today, long contacts) {

    /** By kind, then as the segments stand in the list. Overlaps with segments that are not in the list are passed over. */
    public List<Warning> warnings(List<SegmentState> segments, List<Overlap> overlaps) {
        List<Warning> found = new ArrayList<>();
        Arrays.stream(SegmentOrigin.values())
                .forEach(origin -> many(segments, origin).ifPresent(found::add));
        Map<String, SegmentState> byKey =
                segments.stream().collect(Collectors.toMap(SegmentState::key, Function.identity()));
        overlaps.stream()
                .filter(overlap -> byKey.containsKey(overlap.one()) && byKey.containsKey(overlap.other()))
                .forEach(overlap -> alike(byKey.get(overlap.one()), byKey.get(overlap.other()), overlap.both())
                        .ifPresent(found::add));
        for (SegmentState segment : segments) {
            Stream.of(size(segment), quiet(segment), unseen(segment))
                    .flatMap(Optional::stream)
                    .forEach(found::add);
        }
        found.sort(Comparator.comparing(Warning::kind));
        return found;
    }

    private Optional<Warning> many(List<SegmentState> segments, SegmentOrigin origin) {
        List<SegmentState> filled = segments.stream()
                .filter(segment -> segment.origin() == origin && segment.size() > 0)
                .toList();
        String count = filled.size() + " " + origin.plural();
        if (filled.size() > MANY) {
            return Optional.of(warning(
                    WarningKind.TOO_MANY,
                    filled,
                    "There are " + count + ". From the eleventh on colours repeat, and few teams have so many plans.",
                    "Join those that get the same campaign, and remove those that get none."));
        }
        return filled.size() > 1 && filled.size() * (long) WORTHWHILE > contacts
                ? Optional.of(warning(
                        WarningKind.TOO_MANY,
                        filled,
                        "There are " + count + " for " + number(contacts, "contact") + ": fewer than " + WORTHWHILE
                                + " for each.",
                        origin.enlarging()))
                : Optional.empty();
    }

    private Optional<Warning> alike(SegmentState one, SegmentState other, long both) {
        SegmentState larger = one.size() >= other.size() ? one : other;
        SegmentState smaller = larger == one ? other : one;
        double jaccard = (double) both / (one.size() + other.size() - both);
        boolean within = both == smaller.size();
        if (jaccard >= NEARLY_SAME) {
            return Optional.of(warning(
                    WarningKind.NEARLY_SAME,
                    List.of(larger, smaller),
                    larger.quoted() + " (" + number(larger.size()) + ") and " + smaller.quoted() + " ("
                            + number(smaller.size()) + ") share " + number(both, "member") + ": "
                            + percent(jaccard) + " of everybody in either."
                            + (both == larger.size()
                                    ? " They are the same people."
                                    : within ? " All of " + smaller.quoted() + " are in " + larger.quoted() + "." : ""),
                    "Keep the one that is easier to explain."));
        }
        return within && jaccard >= CONTAINED
                ? Optional.of(warning(
                        WarningKind.CONTAINED,
                        List.of(larger, smaller),
                        larger.quoted() + " (" + number(larger.size()) + ") holds everybody in " + smaller.quoted()
                                + " ("
                                + number(smaller.size()) + ") and only " + number(larger.size() - smaller.size())
                                + " more.",
                        "If both get the same campaign, keep one; else nobody should get both."))
                : Optional.empty();
    }

    private Optional<Warning> size(SegmentState segment) {
        if (segment.size() == 0) {
            // a place of the grid may be left out by choice
            return segment.origin() == SegmentOrigin.RFM
                    ? Optional.empty()
                    : Optional.of(warning(
                            WarningKind.EMPTY,
                            List.of(segment),
                            "Nobody is in " + segment.quoted() + ".",
                            segment.origin().enlarging()));
        }
        String found = segment.quoted() + " has " + number(segment.size(), "member") + ", "
                + percent((double) segment.size() / contacts) + " of all contacts. ";
        if (segment.size() < TESTABLE) {
            return Optional.of(warning(
                    WarningKind.UNTESTABLE,
                    List.of(segment),
                    found + "Below " + TESTABLE
                            + " nothing can be tested: of " + TESTABLE
                            + ", three responses stand for any rate from 3% to 26%.",
                    segment.origin().enlarging()));
        }
        return segment.size() < WORTHWHILE || segment.size() < WORTHWHILE_SHARE * contacts
                ? Optional.of(warning(
                        WarningKind.SMALL,
                        List.of(segment),
                        found + "Below " + WORTHWHILE + " or " + Math.round(100 * WORTHWHILE_SHARE)
                                + "% a campaign of its own is hardly worth it.",
                        segment.origin().enlarging()))
                : Optional.empty();
    }

    private Optional<Warning> quiet(SegmentState segment) {
        return segment.moves()
                .map(MoveDays::last)
                .filter(last -> segment.size() > 0 && longAgo(last))
                .map(last -> warning(
                        WarningKind.STOPPED,
                        List.of(segment),
                        "Nobody came into " + segment.quoted() + " or left it for " + days(last) + " days.",
                        "See whether it still asks for what you want to know."));
    }

    private Optional<Warning> unseen(SegmentState segment) {
        Optional<LocalDate> seen = Stream.of(segment.lookedAt(), segment.reviewed())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        return seen.or(() -> segment.moves().map(MoveDays::first))
                .filter(this::longAgo)
                .map(day -> warning(
                        WarningKind.UNSEEN,
                        List.of(segment),
                        "Nobody has looked at " + segment.quoted() + " for " + days(day) + " days"
                                + (seen.isEmpty() ? ", since it was made." : "."),
                        segment.origin().reviewing()));
    }

    private Warning warning(WarningKind kind, List<SegmentState> about, String what, String toDo) {
        boolean reviewed = about.stream()
                .allMatch(segment ->
                        segment.reviewed().filter(day -> !longAgo(day)).isPresent());
        return new Warning(kind, about.stream().map(SegmentState::key).toList(), what, toDo, reviewed);
    }

    private boolean longAgo(LocalDate day) {
        return days(day) >= QUIET_DAYS;
    }

    private long days(LocalDate since) {
        return ChronoUnit.DAYS.between(since, today);
    }

    private static String number(long number, String one) {
        return number(number) + " " + one + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
