/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segcast.predictive.registry.RuleMemberships;
import org.segcast.predictive.registry.SegmentMove;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.score.Band;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.webapp.cluster.ClusterBook;
import org.segcast.webapp.cluster.ClusterSegment;
import org.segcast.webapp.rule.RuleDefinition;
import org.segcast.webapp.rule.RuleSegments;
import org.segcast.webapp.warehouse.ContactTable;
import org.segcast.webapp.warehouse.ContactTable.SegmentTotals;
import org.segcast.webapp.warehouse.Warehouse;

/** Segments and their members as of the latest run. */
@ApplicationScoped
public class Segments {
    private static final int YEAR = 365;
    private static final Comparator<SegmentSummary> LARGEST_FIRST =
            Comparator.comparingDouble(SegmentSummary::revenue).reversed();

    @Inject
    private Warehouse warehouse;

    @Inject
    private ContactTable contacts;

    @Inject
    private RuleSegments rules;

    @Inject
    private ClusterBook clusters;

    /** Every segment of every kind, empty ones too; of each kind, largest revenue first. None before the first run. */
    public List<SegmentSummary> all() {
        return Stream.of(rfm(), ruled(), clustered()).flatMap(List::stream).toList();
    }

    /** The RFM segments: everybody is in exactly one. */
    public List<SegmentSummary> rfm() {
        return asOf().map(this::rfm).orElse(List.of());
    }

    /** The rule segments: anybody may be in any of them. One that was made after the last run is empty until the next. */
    public List<SegmentSummary> ruled() {
        return asOf().map(this::ruled).orElse(List.of());
    }

    /** The clusters in use, and those who fit none: every customer is in exactly one. One that was kept after the last run is empty until the next. */
    public List<SegmentSummary> clustered() {
        return asOf().map(this::clustered).orElse(List.of());
    }

    /** The rule segments that a contact is in. */
    public List<SegmentSummary> ruledOf(String contactId) {
        List<String> keys = warehouse.memberships().segmentsOf(RuleMemberships.KIND, contactId);
        return keys.isEmpty()
                ? List.of()
                : ruled().stream()
                        .filter(segment -> keys.contains(segment.key()))
                        .toList();
    }

    public Optional<SegmentSummary> find(String key) {
        List<SegmentSummary> kind =
                RfmSegment.ofKey(key).isPresent() ? rfm() : ClusterBook.reserves(key) ? clustered() : ruled();
        return kind.stream().filter(segment -> segment.key().equals(key)).findFirst();
    }

    /** The date that memberships are as of. */
    public Optional<LocalDate> asOf() {
        return warehouse.memberships().asOf(RfmSegmentation.KIND);
    }

    /** How many segments there are, empty ones too; none before the first run. */
    public int count() {
        return asOf().isPresent()
                ? RfmSegment.values().length
                        + rules.all().size()
                        + clusters.segments().size()
                : 0;
    }

    /** Tells all members of a segment by name. */
    public void each(String key, Consumer<Member> sink) {
        contacts.each(
                new ContactTable.Filter(key, ""),
                asOf().orElse(LocalDate.EPOCH),
                Objective.REORDER_60.key(),
                Segments::member,
                sink);
    }

    public MemberPage members(MemberQuery query) {
        ContactTable.Filter filter = new ContactTable.Filter(
                query.segment().orElse(""), query.search().strip());
        ContactTable.Slice slice = new ContactTable.Slice(
                ContactTable.Column.valueOf(query.sort().name()), query.ascending(), query.offset(), query.limit());
        LocalDate asOf = asOf().orElse(LocalDate.EPOCH);
        return new MemberPage(
                contacts.count(filter),
                contacts.rows(filter, slice, asOf, Objective.REORDER_60.key(), Segments::member));
    }

    private List<SegmentSummary> rfm(LocalDate asOf) {
        Changes changes = changes(RfmSegmentation.KIND, asOf);
        Map<String, SegmentTotals> totals = totals(RfmSegmentation.KIND, asOf);
        return Arrays.stream(RfmSegment.values())
                .map(segment -> summary(segment, of(totals, segment.key()), changes.of(segment.key())))
                .sorted(LARGEST_FIRST)
                .toList();
    }

    private List<SegmentSummary> ruled(LocalDate asOf) {
        Changes changes = changes(RuleMemberships.KIND, asOf);
        Map<String, SegmentTotals> totals = totals(RuleMemberships.KIND, asOf);
        return rules.all().stream()
                .map(rule -> summary(rule, of(totals, rule.key()), changes.of(rule.key())))
                .sorted(LARGEST_FIRST)
                .toList();
    }

    private List<SegmentSummary> clustered(LocalDate asOf) {
        Map<ClusterSegment, String> segments = clusters.described();
        if (segments.isEmpty()) {
            return List.of();
        }
        Changes changes = changes(ClusterBook.KIND, asOf);
        Map<String, SegmentTotals> totals = totals(ClusterBook.KIND, asOf);
        return segments.entrySet().stream()
                .map(each -> summary(
                        each.getKey(),
                        each.getValue(),
                        of(totals, each.getKey().key()),
                        changes.of(each.getKey().key())))
                .sorted(LARGEST_FIRST)
                .toList();
    }

    private static SegmentSummary summary(
            ClusterSegment cluster, String meaning, SegmentTotals totals, OptionalLong change) {
        return new SegmentSummary(
                cluster.key(),
                cluster.name(),
                ClusterBook.KIND,
                cluster.colour(),
                meaning,
                "",
                totals.size(),
                change,
                totals.revenue(),
                totals.emailable());
    }

    private Map<String, SegmentTotals> totals(String kind, LocalDate asOf) {
        return contacts.totals(kind, asOf.minusDays(YEAR - 1), asOf).stream()
                .collect(Collectors.toMap(SegmentTotals::segment, Function.identity()));
    }

    private static SegmentTotals of(Map<String, SegmentTotals> totals, String key) {
        return totals.getOrDefault(key, new SegmentTotals(key, 0, 0, 0));
    }

    private Changes changes(String kind, LocalDate asOf) {
        boolean first = contacts.recordedDates() < 2;
        List<SegmentMove> moves = first ? List.of() : warehouse.memberships().moves(kind, asOf);
        return key -> first ? OptionalLong.empty() : OptionalLong.of(balance(moves, key));
    }

    /** How many more members a segment has than at the date before. */
    private interface Changes {
        OptionalLong of(String key);
    }

    private SegmentSummary summary(RuleDefinition rule, SegmentTotals totals, OptionalLong change) {
        return new SegmentSummary(
                rule.key(),
                rule.name(),
                RuleMemberships.KIND,
                rule.colour(),
                rules.words(rule.rule()),
                "",
                totals.size(),
                change,
                totals.revenue(),
                totals.emailable());
    }

    private static SegmentSummary summary(RfmSegment segment, SegmentTotals totals, OptionalLong change) {
        return new SegmentSummary(
                segment.key(),
                segment.label(),
                RfmSegmentation.KIND,
                segment.colourSlot(),
                segment.meaning(),
                segment.strategy(),
                totals.size(),
                change,
                totals.revenue(),
                totals.emailable());
    }

    private static long balance(List<SegmentMove> moves, String key) {
        return moves.stream()
                .mapToLong(move ->
                        move.to().equals(key) ? move.count() : move.from().equals(key) ? -move.count() : 0)
                .sum();
    }

    private static Member member(ResultSet row) throws SQLException {
        Optional<RfmSegment> segment =
                Optional.ofNullable(row.getString("segment")).flatMap(RfmSegment::ofKey);
        double chance = row.getDouble("chance");
        boolean scored = !row.wasNull();
        return new Member(
                row.getString("id"),
                row.getString("name"),
                text(row, "email"),
                text(row, "city"),
                segment.map(RfmSegment::key).orElse(""),
                segment.map(RfmSegment::label).orElse(""),
                segment.map(RfmSegment::colourSlot).orElse(0),
                row.getLong("orders"),
                row.getDouble("spent"),
                Optional.ofNullable(row.getObject("last_order", LocalDateTime.class))
                        .map(LocalDateTime::toLocalDate),
                scored ? OptionalDouble.of(chance) : OptionalDouble.empty(),
                scored ? Band.valueOf(row.getString("band")).words() : "",
                row.getBoolean("email_allowed"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
