/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.lifetime.check.Holdout;
import org.segcast.predictive.lifetime.check.LifetimeCheck;
import org.segcast.predictive.lifetime.check.ModelCheck;
import org.segcast.predictive.lifetime.fit.Cohort;
import org.segcast.predictive.lifetime.fit.FittedOrders;
import org.segcast.predictive.lifetime.fit.LifetimeFits;
import org.segcast.predictive.lifetime.fit.OrderDays;
import org.segcast.predictive.lifetime.model.BgNbd;
import org.segcast.predictive.lifetime.model.GammaGamma;
import org.segcast.predictive.lifetime.model.MbgNbd;
import org.segcast.predictive.lifetime.model.ParetoNbd;
import org.segcast.predictive.lifetime.model.RepeatModelKind;
import org.segcast.predictive.lifetime.model.RepeatOrders;
import org.segcast.predictive.lifetime.model.RepeatSpend;

/**
 * The models on the data of their papers: Fader, Hardie and Lee (2005) for BG/NBD and Gamma-Gamma, Fader and Hardie's notes for
 * Pareto/NBD, and the R package BTYDplus for MBG/NBD.
 */
class CdnowLifetimeTest {
    private static final RepeatOrders FREQUENT = new RepeatOrders(26, 30.857, 31);

    @Test
    void bg_nbd_finds_the_published_parameters_and_expectations() {
        Cohort cohort = Cohort.of(new Holdout(orders(Cdnow.sample()), Cdnow.CALIBRATED).before());
        assertEquals(2_357, cohort.customers());
        BgNbd found =
                (BgNbd) LifetimeFits.orders(RepeatModelKind.BG_NBD, cohort).orElseThrow();
        assertEquals(.2426, found.r(), .00005);
        assertEquals(4.4136, found.alpha(), .00005);
        assertEquals(.7929, found.a(), .00005);
        assertEquals(2.4259, found.b(), .00005);
        assertEquals(-9582.429, cohort.logLikelihood(found), .0005);
        assertEquals(1.444004, found.expected(52), .00002);
        assertEquals(25.757, found.expected(FREQUENT, 52), .001);
        assertEquals(.96885, found.alive(FREQUENT), .000005);
        assertEquals(1.226, found.expected(new RepeatOrders(2, 30.43, 38.86), 39), .0005);
    }

    @Test
    void pareto_nbd_finds_the_published_parameters_and_expectation() {
        Cohort cohort = Cohort.of(new Holdout(orders(Cdnow.sample()), Cdnow.CALIBRATED).before());
        ParetoNbd found = (ParetoNbd)
                LifetimeFits.orders(RepeatModelKind.PARETO_NBD, cohort).orElseThrow();
        assertEquals(.5532, found.r(), .0001);
        assertEquals(10.577, found.alpha(), .001);
        assertEquals(.6062, found.s(), .0001);
        assertEquals(11.669, found.beta(), .001);
        assertEquals(-9594.976, cohort.logLikelihood(found), .0005);
        assertEquals(1.473434, found.expected(52), .00002);
    }

    @Test
    void mbg_nbd_finds_the_published_parameters() {
        Cohort cohort = Cohort.of(new Holdout(orders(Cdnow.sample()), Cdnow.CALIBRATED).before());
        MbgNbd found =
                (MbgNbd) LifetimeFits.orders(RepeatModelKind.MBG_NBD, cohort).orElseThrow();
        assertEquals(.525, found.r(), .0005);
        assertEquals(6.183, found.alpha(), .0005);
        assertEquals(.891, found.a(), .0005);
        assertEquals(1.614, found.b(), .0005);
    }

    @Test
    void bg_nbd_finds_the_parameters_of_the_whole_cohort() {
        Cohort cohort = Cohort.of(new Holdout(orders(Cdnow.cohort()), Cdnow.CALIBRATED).before());
        assertEquals(23_570, cohort.customers());
        BgNbd found =
                (BgNbd) LifetimeFits.orders(RepeatModelKind.BG_NBD, cohort).orElseThrow();
        assertEquals(.25162, found.r(), .00001);
        assertEquals(4.78894, found.alpha(), .00001);
        assertEquals(.72343, found.a(), .00001);
        assertEquals(2.16109, found.b(), .00001);
        assertEquals(-95368.44, cohort.logLikelihood(found), .005);
    }

    @Test
    void gamma_gamma_finds_the_published_parameters() {
        InMemoryHistories histories = Cdnow.sample();
        List<RepeatSpend> spends = new ArrayList<>();
        histories.forEach(
                Cdnow.CALIBRATED,
                history -> RepeatOrders.of(history.purchases(), Cdnow.CALIBRATED)
                        .filter(orders -> orders.frequency() > 0)
                        .filter(orders -> RepeatSpend.total(history.purchases()) > 0)
                        .ifPresent(orders -> spends.add(new RepeatSpend(
                                orders.frequency(), RepeatSpend.total(history.purchases()) / orders.frequency()))));
        assertEquals(946, spends.size());
        GammaGamma found = LifetimeFits.spend(spends).orElseThrow();
        assertEquals(6.25, found.p(), .005);
        assertEquals(3.74, found.q(), .005);
        assertEquals(15.44, found.gamma(), .01);
        assertEquals(-4055.918, found.logLikelihood(spends), .01);
        double ofRepeaters = spends.stream()
                .mapToDouble(spend -> found.expected(spend.frequency(), spend.mean()))
                .sum();
        double ofOthers = (2_357 - 946) * found.expected(0, 0);
        assertEquals(35.253, (ofRepeaters + ofOthers) / 2_357, .001);
    }

    @Test
    void what_came_after_the_calibration_is_told_better_than_by_the_rate_before() {
        Holdout holdout = new Holdout(orders(Cdnow.sample()), Cdnow.CALIBRATED);
        Cohort cohort = Cohort.of(holdout.before());
        LifetimeCheck check = holdout.check(Stream.of(RepeatModelKind.values())
                .flatMap(kind -> FittedOrders.of(kind, cohort).stream())
                .toList());
        assertEquals(1_882, check.came());
        assertEquals(1.024, check.sameRate().meanAbsolute(), .0005);
        ModelCheck bg = check.models().stream()
                .filter(model -> model.kind() == RepeatModelKind.BG_NBD)
                .findFirst()
                .orElseThrow();
        assertEquals(1_653.4, bg.error().expected(), .05);
        assertEquals(.6256, bg.error().correlation(), .0001);
        assertEquals(.785, bg.error().meanAbsolute(), .0005);
        assertTrue(check.gain().low() > 0, check::toString);
        assertEquals(
                check.came(),
                check.groups().stream()
                        .mapToDouble(group -> group.came() * group.customers())
                        .sum(),
                1e-6);
    }

    @Test
    void the_search_takes_the_least_surprised_and_gives_the_same_again() {
        OrderDays orders = OrderDays.read(Cdnow.sample(), Cdnow.END);
        LifetimeFinding.Found found = assertInstanceOf(
                LifetimeFinding.Found.class, new LifetimeSearch(orders).find(LifetimeTerms.USUAL.horizonDays()));
        assertEquals(LocalDate.of(1997, 10, 1), found.check().cutOff());
        assertEquals(RepeatModelKind.MBG_NBD, found.model().kind());
        assertEquals(Cdnow.END, found.model().asOf());
        assertTrue(found.model().isSpendIndependent(), found::toString);
        assertEquals(found, new LifetimeSearch(orders).find(LifetimeTerms.USUAL.horizonDays()));
    }

    private static OrderDays orders(InMemoryHistories histories) {
        return OrderDays.read(histories, Cdnow.END);
    }
}
