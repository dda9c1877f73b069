/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.segcast.predictive.SegcastException;

/** What must hold for every model, whatever its parameters. */
class RepeatModelTest {
    private static final List<RepeatOrders> CUSTOMERS = List.of(
            new RepeatOrders(0, 0, 0),
            new RepeatOrders(0, 0, 38.86),
            new RepeatOrders(1, 1.71, 38.86),
            new RepeatOrders(2, 30.43, 38.86),
            new RepeatOrders(26, 30.857, 31),
            new RepeatOrders(200, 38, 40),
            new RepeatOrders(3, 10, 520));

    static Stream<RepeatModel> models() {
        return Stream.of(
                new BgNbd(.2426, 4.4136, .7929, 2.4259),
                new BgNbd(.25, 4, 1, 2.5),
                new BgNbd(3, 40, 1.7, .6),
                new MbgNbd(.525, 6.183, .891, 1.614),
                new MbgNbd(.05, 400, .01, 9),
                new ParetoNbd(.5532, 10.577, .6062, 11.669),
                new ParetoNbd(.5532, 11.669, .6062, 10.577),
                new ParetoNbd(.5, 11, 1, 11),
                new ParetoNbd(2, .5, .3, 80),
                // what fits customers who leave all alike, or hardly ever
                new BgNbd(.89, 13.62, 11_860, 162_754),
                new BgNbd(2, 20, 11, 3),
                new MbgNbd(.89, 13.62, 11_860, 162_754),
                new BgNbd(1, 10, 1e-5, 5),
                new ParetoNbd(1.7, 26, 500, 80_000),
                new ParetoNbd(1, 20, 1e-5, 1e5));
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_numbers_of_orders_have_all_of_the_probability_and_the_expected_mean(RepeatModel model) {
        for (RepeatOrders customer : CUSTOMERS) {
            for (double weeks : new double[] {1, 52, 260}) {
                double[] probabilities = model.counts(customer, weeks).probabilities();
                double sum = IntStream.range(0, probabilities.length)
                        .mapToDouble(count -> probabilities[count])
                        .sum();
                double mean = IntStream.range(0, probabilities.length)
                        .mapToDouble(count -> count * probabilities[count])
                        .sum();
                String what = model + " " + customer + " " + weeks;
                assertEquals(1, sum, 1e-6, what);
                assertEquals(model.expected(customer, weeks), mean, 1e-4 * (1 + mean), what);
                for (double probability : probabilities) {
                    assertTrue(probability >= 0, what);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void longer_times_expect_more_and_no_time_expects_nothing(RepeatModel model) {
        for (RepeatOrders customer : CUSTOMERS) {
            assertEquals(0, model.expected(customer, 0), 1e-9);
            double before = 0;
            for (double weeks = 1; weeks < 600; weeks *= 2) {
                double now = model.expected(customer, weeks);
                // who is as good as sure to have left by then expects no more, to the last digit
                assertTrue(now > 0 && now >= before * (1 - 1e-12), () -> model + " " + customer);
                before = now;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void silence_makes_having_left_likelier(RepeatModel model) {
        double before = 1;
        for (double age = 30; age < 600; age *= 2) {
            RepeatOrders customer = new RepeatOrders(4, 29, age);
            double alive = model.alive(customer);
            assertTrue(alive > 0 && alive < before, () -> model + " " + customer + " " + alive);
            before = alive;
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void of_customers_who_just_came_the_numbers_of_repeats_add_up_to_those_expected(RepeatModel model) {
        double expected = model.alive(new RepeatOrders(0, 0, 0)) * Double.MIN_NORMAL + model.expected(52);
        assertEquals(expected, model.expected(new RepeatOrders(0, 0, 0), 52), 1e-6 * (1 + expected));
    }

    @Test
    void extreme_customers_keep_their_digits() {
        BgNbd model = new BgNbd(.25, 4, .8, 2.5);
        assertEquals(-.59947382, model.logLikelihood(new RepeatOrders(0, 0, 40)), 5e-9);
        assertEquals(100.7957, model.logLikelihood(new RepeatOrders(200, 38, 40)), 5e-5);
    }

    @Test
    void nearly_equal_parameters_give_nearly_equal_answers_on_either_side_of_where_the_formula_changes() {
        RepeatOrders customer = new RepeatOrders(2, 20, 40);
        double equal = new ParetoNbd(.55, 11, .6, 11).logLikelihood(customer);
        assertEquals(equal, new ParetoNbd(.55, 11 + 1e-9, .6, 11).logLikelihood(customer), 1e-7);
        assertEquals(equal, new ParetoNbd(.55, 11, .6, 11 + 1e-9).logLikelihood(customer), 1e-7);
        double one = new BgNbd(.25, 4, 1, 2.5).expected(customer, 52);
        assertEquals(one, new BgNbd(.25, 4, 1 + 2e-6, 2.5).expected(customer, 52), 1e-5);
        assertEquals(one, new BgNbd(.25, 4, 1 - 2e-6, 2.5).expected(customer, 52), 1e-5);
    }

    @Test
    void gauss_function_agrees_with_its_closed_forms() {
        for (double z : new double[] {0, .1, .5, .9, .99}) {
            assertEquals(Math.pow(1 - z, -1.3), Hypergeometric.of(1.3, 2.2, 2.2, z), 1e-9 * Math.pow(1 - z, -1.3));
            assertEquals(z == 0 ? 1 : -Math.log1p(-z) / z, Hypergeometric.of(1, 1, 2, z), 1e-12);
        }
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThrows(SegcastException.class, () -> new RepeatOrders(-1, 0, 1));
        assertThrows(SegcastException.class, () -> new RepeatOrders(1, 2, 1));
        assertThrows(SegcastException.class, () -> new RepeatOrders(0, 1, 2));
        assertThrows(SegcastException.class, () -> new RepeatOrders(1, 1, Double.POSITIVE_INFINITY));
        assertThrows(SegcastException.class, () -> new BgNbd(0, 1, 1, 1));
        assertThrows(SegcastException.class, () -> new ParetoNbd(1, Double.NaN, 1, 1));
        assertThrows(SegcastException.class, () -> new GammaGamma(6, 1, 15));
        assertThrows(SegcastException.class, () -> new RepeatSpend(0, 10));
        assertThrows(SegcastException.class, () -> new RepeatSpend(1, 0));
    }
}
