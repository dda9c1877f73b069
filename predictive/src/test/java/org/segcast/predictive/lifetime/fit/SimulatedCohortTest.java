/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.lifetime.model.BgNbd;
import org.segcast.predictive.lifetime.model.RepeatModelKind;
import org.segcast.predictive.lifetime.model.RepeatOrders;

/** Customers who behave exactly as BG/NBD says, with one seed: whose truth is known. */
class SimulatedCohortTest {
    private static final int CUSTOMERS = 20_000;
    private static final double AGE = 60;

    private final Random random = new Random(7);

    @Test
    void the_parameters_are_found_again_and_as_many_are_alive_as_is_said() {
        List<RepeatOrders> customers = new ArrayList<>();
        int alive = 0;
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            // a gamma of shape 1 is exponential, and a beta of (1, 2) is 1 - sqrt(u)
            double rate = -Math.log(1 - random.nextDouble()) / 8;
            double leaves = 1 - Math.sqrt(random.nextDouble());
            int frequency = 0;
            double last = 0;
            boolean left = false;
            double now = wait(rate);
            while (!left && now < AGE) {
                frequency++;
                last = now;
                left = random.nextDouble() < leaves;
                now += wait(rate);
            }
            alive += left ? 0 : 1;
            customers.add(new RepeatOrders(frequency, last, AGE));
        }
        BgNbd found = (BgNbd) LifetimeFits.orders(RepeatModelKind.BG_NBD, Cohort.of(customers))
                .orElseThrow();
        assertEquals(1, found.r(), .05);
        assertEquals(8, found.alpha(), .4);
        assertEquals(1, found.a(), .06);
        assertEquals(2, found.b(), .15);
        double said = customers.stream().mapToDouble(found::alive).sum();
        assertEquals(alive, said, .02 * CUSTOMERS);
    }

    private double wait(double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }
}
