/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Golden numbers of R 4 ({@code t.test(extra ~ group, sleep)}, {@code p.adjust}), SciPy 1.17.1 and the papers named. */
class TestsAgainstChanceTest {
    private static final double[] FIRST_DRUG = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    private static final double[] SECOND_DRUG = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void welchs_test_of_students_sleep_data_is_that_of_r() {
        WelchTest test = WelchTest.of(moments(FIRST_DRUG), moments(SECOND_DRUG)).orElseThrow();
        assertEquals(-1.8608134674868526, test.t(), 1e-12);
        assertEquals(17.776473516178488, test.degrees(), 1e-10);
        assertEquals(0.0793941401873583, test.p(), 1e-12);
    }

    @Test
    void there_is_no_test_of_single_values_and_of_what_does_not_vary() {
        assertTrue(WelchTest.of(new Moments(1, 3, 0), moments(FIRST_DRUG)).isEmpty());
        assertTrue(WelchTest.of(new Moments(50, 3, 0), new Moments(50, 3, 0)).isEmpty());
        assertTrue(ProportionTest.of(new Share(0, 50), new Share(0, 50)).isEmpty());
        assertTrue(ProportionTest.of(new Share(50, 50), new Share(9, 9)).isEmpty());
        assertTrue(ProportionTest.of(new Share(0, 0), new Share(9, 20)).isEmpty());
    }

    @Test
    void two_proportions_are_tested_as_by_rs_prop_test_without_correction() {
        ProportionTest test =
                ProportionTest.of(new Share(15, 50), new Share(25, 50)).orElseThrow();
        assertEquals(4.166666666666667, test.z() * test.z(), 1e-12);
        assertEquals(0.0412268, test.p(), 1e-7);
        assertTrue(test.z() < 0);
    }

    @Test
    void tails_are_those_of_scipy() {
        assertEquals(0.13932596855884305, Tails.student(2, 3), 1e-14);
        assertEquals(0.012420919192559051, Tails.student(2.5, 1e5), 1e-12);
        assertEquals(0, Tails.student(Double.NEGATIVE_INFINITY, 8));
        assertEquals(1, Tails.student(0, 8), 1e-12);
        assertEquals(0.7641771556220948, Tails.normal(0.3), 1e-13);
        assertEquals(0.04999579029644087, Tails.normal(-1.96), 1e-14);
        assertEquals(0.003731626600768075, Tails.normal(2.9), 1e-14);
        assertEquals(1.973175290075389e-09, Tails.normal(6), 1e-20);
    }

    /** The example of Benjamini and Hochberg (1995), where four of fifteen hypotheses are rejected at 5%. */
    @Test
    void many_tests_are_corrected_as_in_the_paper_whatever_their_order() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0
        };
        double[] q = {
            0.0015,
            0.003,
            0.0095,
            0.035625,
            0.0603,
            0.06385714,
            0.06385714,
            0.0645,
            0.0765,
            0.486,
            0.58118182,
            0.714875,
            0.75323077,
            0.81321429,
            1
        };
        assertArrayEquals(q, FalseDiscoveries.q(p), 1e-8);
        assertEquals(
                4,
                Arrays.stream(FalseDiscoveries.q(p))
                        .filter(adjusted -> adjusted < 0.05)
                        .count());
        assertArrayEquals(new double[] {1, 0.0015, 0.0015}, FalseDiscoveries.q(new double[] {1, 0.0005, 0.001}), 1e-12);
        assertArrayEquals(new double[0], FalseDiscoveries.q(new double[0]));
    }

    @Test
    void groups_taken_together_have_the_moments_of_all_their_values() {
        double[] both = new double[20];
        System.arraycopy(FIRST_DRUG, 0, both, 0, 10);
        System.arraycopy(SECOND_DRUG, 0, both, 10, 10);
        Moments joined = moments(FIRST_DRUG).with(moments(SECOND_DRUG));
        assertEquals(20, joined.count());
        assertEquals(moments(both).mean(), joined.mean(), 1e-12);
        assertEquals(moments(both).variance(), joined.variance(), 1e-12);
        assertEquals(moments(FIRST_DRUG), Moments.NONE.with(moments(FIRST_DRUG)));
    }

    static Moments moments(double... values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new Moments(values.length, mean, squares / (values.length - 1));
    }
}
