/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import static org.junit.jupiter.api.Assertions.*;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.cluster.ClusterSearch;
import org.segcast.predictive.cluster.partition.KMeans;
import org.segcast.predictive.comparison.candidate.Candidate;
import org.segcast.predictive.comparison.candidate.CandidateKind;
import org.segcast.predictive.comparison.candidate.Candidates;
import org.segcast.predictive.comparison.candidate.ClusterCandidate;
import org.segcast.predictive.comparison.candidate.OneForAll;
import org.segcast.predictive.comparison.candidate.PastTotals;
import org.segcast.predictive.comparison.candidate.RfmCandidate;
import org.segcast.predictive.comparison.candidate.RuleCandidates;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.SimulatedShop;
import org.segcast.predictive.response.evaluation.Interval;
import org.segcast.predictive.rfm.RfmGrid;
import org.segcast.predictive.rfm.RfmOrders;
import org.segcast.predictive.rfm.RfmSettings;
import org.segcast.predictive.rfm.RfmWindow;
import org.segcast.predictive.rule.PurchaseCondition;
import org.segcast.predictive.rule.PurchaseMeasure;
import org.segcast.predictive.rule.PurchaseTotal;
import org.segcast.predictive.rule.RuleSegment;

class ComparisonTest {

    private static final LocalDate AS_OF = SimulatedShop.AS_OF;

    /** Whether one orders depends on the club alone; coins and shoe sizes, a thousand of them, say nothing. */
    private static InMemoryHistories ofClubs(int customers) {
        InMemoryHistories shop = new InMemoryHistories(
                new AttributeDefinition("club", AttributeType.NOMINAL),
                new AttributeDefinition("coin", AttributeType.NOMINAL),
                new AttributeDefinition("lot", AttributeType.NOMINAL),
                new AttributeDefinition("login", AttributeType.DATE));
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < customers; i++) {
            String id = "c%05d".formatted(i);
            boolean gold = random.nextInt(3) == 0;
            shop.contact(
                    id,
                    Map.of(
                            "club", gold ? "gold" : "plain",
                            "coin", random.nextBoolean() ? "heads" : "tails",
                            "lot", "lot" + random.nextInt(1000)));
            shop.order(id, AS_OF.minusDays(800), 10);
            for (int window = 0; window < 6; window++) {
                if (random.nextDouble() < (gold ? 0.6 : 0.15)) {
                    shop.order(id, AS_OF.minusDays(60L * window + random.nextInt(60)), gold ? 80 : 20);
                }
            }
        }
        return shop;
    }

    @Test
    void the_segmentation_that_drives_the_response_comes_first_among_single_attributes() {
        ComparisonResult.Report report = report(ofClubs(3000), "word-attr_");
        Standing first = report.standings().get(0);
        assertEquals("word-attr_club", first.key());
        assertTrue(first.gains(), first::toString);
        assertTrue(first.revenueExplained().interval().low() > 0, first::toString);
        assertEquals(0, first.changed().value());
        assertEquals(1, first.rand(), 1e-9);
        assertEquals(OptionalDouble.of(1), first.rankKept());
        // P(gold) = 1/3, response 0.6 or 0.15: AUC = 1/2 + (P(gold|yes) - P(gold|no)) / 2
        double yes = 0.6 / 3 / (0.6 / 3 + 0.15 * 2 / 3);
        double no = 0.4 / 3 / (0.4 / 3 + 0.85 * 2 / 3);
        assertEquals((yes - no) / 2, first.aucGain().value(), 0.02);
    }

    @Test
    void a_random_one_gains_nothing_and_a_thousand_tiny_segments_do_not_win() {
        ComparisonResult.Report report = report(ofClubs(3000), "word-attr_");
        for (String key : List.of("word-attr_coin", "word-attr_lot")) {
            Standing standing = named(report, key);
            assertFalse(standing.gains(), standing::toString);
            assertTrue(standing.logLossGain().value() < 0.002, standing::toString);
            assertTrue(standing.aucGain().interval().low() <= 0, standing::toString);
            assertFalse(standing.isAsGoodAsFirst(), standing::toString);
        }
        assertTrue(named(report, "word-attr_lot").segments() > 900);
    }

    @Test
    void the_luckiest_of_a_hundred_random_ones_is_not_told_to_gain_anything() {
        SplittableRandom random = new SplittableRandom(4);
        AttributeDefinition[] coins = IntStream.range(0, 100)
                .mapToObj(i -> new AttributeDefinition("coin" + i, AttributeType.NOMINAL))
                .toArray(AttributeDefinition[]::new);
        InMemoryHistories shop = new InMemoryHistories(coins);
        for (int i = 0; i < 600; i++) {
            String id = "c%05d".formatted(i);
            Map<String, String> tossed = new HashMap<>();
            for (AttributeDefinition coin : coins) {
                tossed.put(coin.name(), random.nextBoolean() ? "heads" : "tails");
            }
            shop.contact(id, tossed);
            shop.order(id, AS_OF.minusDays(800), 10);
            for (int window = 0; window < 6; window++) {
                if (random.nextDouble() < 0.3) {
                    shop.order(id, AS_OF.minusDays(60L * window + random.nextInt(60)), 20);
                }
            }
        }
        ComparisonResult.Report report = report(shop, "word-attr_coin");
        assertEquals(100, report.standings().size());
        assertTrue(report.standings().get(0).logLossGain().value() > 0, "one of them is lucky");
        for (Standing standing : report.standings()) {
            assertFalse(standing.gains(), standing::toString);
        }
    }

    @Test
    void no_segmentation_is_a_row_that_gains_exactly_nothing() {
        Standing none = named(report(ofClubs(1000), ""), "none");
        Figure nothing = new Figure(0, new Interval(0, 0));
        assertEquals(
                List.of(nothing, nothing, nothing, nothing),
                List.of(none.logLossGain(), none.aucGain(), none.revenueExplained(), none.changed()));
        assertEquals(1, none.segments());
        assertFalse(none.gains());
    }

    @Test
    void every_interval_holds_its_own_figure() {
        for (Standing standing :
                report(new SimulatedShop(3).ofRhythms(1500), "").standings()) {
            for (Figure figure : List.of(
                    standing.logLossGain(),
                    standing.aucGain(),
                    standing.revenueExplained(),
                    standing.changed(),
                    standing.behindFirst())) {
                assertTrue(
                        figure.interval().low() <= figure.value() + 1e-12
                                && figure.value() <= figure.interval().high() + 1e-12,
                        () -> figure + " of " + standing);
            }
        }
    }

    @Test
    void rfm_goes_by_the_ranks_that_people_set() {
        RfmSettings halves = new RfmSettings(
                2, RfmOrders.ALL, RfmWindow.LIFETIME, RfmWindow.LIFETIME, Optional.empty(), RfmGrid.usual(2));
        List<Candidate> candidates = List.of(new RfmCandidate(RfmSettings.USUAL), new RfmCandidate(halves));
        List<Integer> segments = report(new SimulatedShop(3).ofRhythms(1500), candidates).standings().stream()
                .map(Standing::segments)
                .sorted()
                .toList();
        assertEquals(4, segments.get(0));
        assertTrue(segments.get(1) > 6, segments::toString);
    }

    @Test
    void clusters_are_found_anew_before_the_window_and_may_be_none() {
        ClusterSearch search = new ClusterSearch(new KMeans(), 1);
        List<Candidate> candidates = List.of(
                new OneForAll(),
                new ClusterCandidate(search, List.of("order_count", "days_since_last_order"), 4),
                new ClusterCandidate(search, List.of("no_such_feature"), 4));
        List<Standing> standings =
                report(new SimulatedShop(3).ofRhythms(1500), candidates).standings();
        assertTrue(standings.get(0).gains(), standings::toString);
        assertEquals(CandidateKind.CLUSTERS, standings.get(0).kind());
        assertEquals(
                List.of(1, 1),
                standings.subList(1, 3).stream().map(Standing::segments).toList());
    }

    @Test
    void equal_data_and_seed_give_an_equal_result() {
        assertEquals(report(ofClubs(500), ""), report(ofClubs(500), ""));
    }

    @Test
    void what_comes_after_the_last_window_has_no_influence() {
        InMemoryHistories later = ofClubs(500).order("c00001", AS_OF.plusDays(1), 99_999);
        assertEquals(report(ofClubs(500), ""), report(later, ""));
    }

    @Test
    void too_short_a_history_and_too_few_orders_are_refused_with_both_numbers() {
        InMemoryHistories young = new InMemoryHistories().order("a", AS_OF.minusDays(100), 5);
        assertTrue(refusal(young).contains("reaches back 100 days; we need at least 300"), refusal(young));
        InMemoryHistories quiet = new InMemoryHistories();
        for (int i = 0; i < 200; i++) {
            quiet.order("c" + i, AS_OF.minusDays(800), 5);
        }
        assertTrue(refusal(quiet).contains("0 of 200 customers ordered within 60 days; we need at least 40"));
    }

    @Test
    void a_rule_is_told_by_what_lay_before_the_cut_off() {
        InMemoryHistories shop = ofClubs(1500);
        RuleSegment rule = new RuleSegment(
                "spenders",
                new PurchaseCondition(
                        new PurchaseTotal(PurchaseMeasure.SPENT, "", "", 360),
                        org.segcast.predictive.rule.Comparison.ABOVE,
                        100));
        FeatureExtractor extractor = new FeatureExtractor(shop.attributes());
        RuleCandidates rules =
                new RuleCandidates(extractor.schema(), List.of(rule), RfmSettings.USUAL, Set.of("cluster-1-1"));
        Comparison comparison = new Comparison(extractor, rules.totals(), 1);
        ComparisonResult.Report report = (ComparisonResult.Report)
                comparison.compare(shop, AS_OF, Objective.REORDER_60, rules.told(key -> key), done -> {}, () -> false);
        Standing told = report.standings().get(0);
        assertTrue(told.gains(), told::toString);
        assertTrue(told.changed().value() > 0, told::toString);
        assertEquals(2, told.segments());
    }

    private static Standing named(ComparisonResult.Report report, String key) {
        return report.standings().stream()
                .filter(standing -> standing.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static ComparisonResult.Report report(InMemoryHistories shop, String prefix) {
        return (ComparisonResult.Report) result(shop, prefix);
    }

    private static String refusal(InMemoryHistories shop) {
        return ((ComparisonResult.Refused) result(shop, "")).message();
    }

    private static ComparisonResult result(InMemoryHistories shop, String prefix) {
        FeatureExtractor extractor = new FeatureExtractor(shop.attributes());
        return result(
                shop,
                Candidates.of(extractor.schema(), RfmSettings.USUAL).stream()
                        .filter(candidate -> candidate.key().startsWith(prefix))
                        .filter(candidate ->
                                prefix.isEmpty() || !candidate.key().contains("+"))
                        .toList());
    }

    private static ComparisonResult.Report report(InMemoryHistories shop, List<Candidate> candidates) {
        return (ComparisonResult.Report) result(shop, candidates);
    }

    private static ComparisonResult result(InMemoryHistories shop, List<Candidate> candidates) {
        return new Comparison(new FeatureExtractor(shop.attributes()), new PastTotals(List.of()), 1)
                .compare(shop, AS_OF, Objective.REORDER_60, candidates, done -> {}, () -> false);
    }
}
