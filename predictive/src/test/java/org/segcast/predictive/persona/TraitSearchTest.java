/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureType;

class TraitSearchTest {
    private static final Feature ORDERS = new Feature("order_count", FeatureType.NUMERIC, "orders", "All orders.");
    private static final Feature COUNTRY = new Feature("country", FeatureType.NOMINAL, "", "The country.");

    @Test
    void a_large_difference_is_told_with_its_direction_and_size() {
        NumberMoments orders = new NumberMoments(ORDERS, new Moments(100, 8, 4), new Moments(300, 4, 4));
        Trait trait = found(List.of(orders), List.of()).traits().get(0);
        assertEquals(8, trait.members());
        assertEquals(5, trait.all());
        assertEquals((8 - 5) / Math.sqrt((99 * 4 + 299 * 4 + 16 * 75) / 399.0), trait.effect(), 1e-12);
        assertTrue(trait.more());
        assertTrue(trait.isNumber());
        assertTrue(trait.q() < 1e-9);
    }

    @Test
    void a_small_difference_is_not_told_however_sure_it_is() {
        NumberMoments sure = new NumberMoments(ORDERS, new Moments(100_000, 4.3, 4), new Moments(300_000, 4, 4));
        assertTrue(WelchTest.of(sure.members(), sure.rest()).orElseThrow().p() < 1e-100);
        assertEquals(List.of(), found(List.of(sure), List.of()).traits());
    }

    @Test
    void a_large_difference_is_not_told_where_chance_would_do_as_well() {
        NumberMoments unsure = new NumberMoments(ORDERS, new Moments(30, 6.5, 36), new Moments(30, 4, 36));
        assertTrue(unsure.difference() > 0.2);
        assertEquals(List.of(), found(List.of(unsure), List.of()).traits());
    }

    @Test
    void words_are_told_by_their_lift_and_ordered_beside_numbers() {
        WordShares polish = new WordShares("PL", new Share(60, 100), new Share(60, 300));
        WordShares german = new WordShares("DE", new Share(10, 100), new Share(150, 300));
        WordShares french = new WordShares("FR", new Share(30, 100), new Share(90, 300));
        NumberMoments orders = new NumberMoments(ORDERS, new Moments(100, 5, 4), new Moments(300, 4, 4));
        TraitFinding.Found found =
                found(List.of(orders), List.of(new WordFeature(COUNTRY, List.of(polish, german, french))));
        assertEquals(4, found.tested());
        assertEquals(
                List.of("DE", "PL", ""),
                found.traits().stream().map(Trait::word).toList());
        assertEquals(0.25, found.traits().get(0).effect(), 1e-12);
        assertFalse(found.traits().get(0).more());
        assertEquals(2, found.traits().get(1).effect(), 1e-12);
        assertTrue(found.traits().get(1).more());
    }

    @Test
    void of_a_hundred_features_that_differ_by_chance_only_hardly_one_is_told() {
        Random random = new Random(20261129);
        int told = 0;
        int uncorrected = 0;
        for (int round = 0; round < 20; round++) {
            List<NumberMoments> noise = new ArrayList<>();
            for (int feature = 0; feature < 100; feature++) {
                NumberMoments number = new NumberMoments(ORDERS, drawn(random, 40), drawn(random, 200));
                noise.add(number);
                uncorrected += Math.abs(number.difference()) >= 0.2
                                && WelchTest.of(number.members(), number.rest())
                                                .orElseThrow()
                                                .p()
                                        < 0.05
                        ? 1
                        : 0;
            }
            told += found(noise, List.of()).traits().size();
        }
        assertTrue(uncorrected > 50, "uncorrected " + uncorrected);
        assertTrue(told <= 4, "told " + told);
    }

    @Test
    void below_thirty_members_or_thirty_others_nothing_is_told() {
        NumberMoments clear = new NumberMoments(ORDERS, new Moments(29, 80, 4), new Moments(300, 4, 4));
        assertEquals(
                new TraitFinding.TooFew(true, 29, 30),
                TraitSearch.in(new SegmentMoments(29, 300, List.of(clear), List.of())));
        assertEquals(
                new TraitFinding.TooFew(false, 0, 30),
                TraitSearch.in(new SegmentMoments(300, 0, List.of(), List.of())));
    }

    @Test
    void what_fewer_than_thirty_members_have_is_not_looked_at() {
        NumberMoments rare = new NumberMoments(ORDERS, new Moments(29, 80, 4), new Moments(300, 4, 4));
        assertEquals(new TraitFinding.Found(List.of(), 0), found(List.of(rare), List.of()));
    }

    @Test
    void what_is_told_of_a_member_is_rounded() {
        TypicalMember member = TypicalMember.rounded(Map.of(ORDERS, 12_345.67), Map.of(COUNTRY, "PL"));
        assertEquals(12_000, member.numbers().get(ORDERS));
    }

    private static Moments drawn(Random random, int count) {
        return TestsAgainstChanceTest.moments(
                random.doubles(count).map(draw -> random.nextGaussian()).toArray());
    }

    private static TraitFinding.Found found(List<NumberMoments> numbers, List<WordFeature> words) {
        return assertInstanceOf(TraitFinding.Found.class, TraitSearch.in(new SegmentMoments(100, 300, numbers, words)));
    }
}
