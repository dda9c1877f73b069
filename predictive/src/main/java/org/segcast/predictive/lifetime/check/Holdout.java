/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.check;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.segcast.predictive.lifetime.fit.FittedOrders;
import org.segcast.predictive.lifetime.fit.OrderDays;
import org.segcast.predictive.lifetime.model.OrderCounts;
import org.segcast.predictive.lifetime.model.RepeatModel;
import org.segcast.predictive.lifetime.model.RepeatOrders;

/** Customers as known at a cut-off, and the orders that they made after it. */
public final class Holdout {
    /** The frequency whose group holds those who ordered more often too. */
    public static final int HIGHEST_GROUP = 7;

    private static final double TENTH = 0.1;
    private static final double LEAST_LIKELY = 1e-12;
    private static final double Z_90 = 1.6448536269514722;

    private final LocalDate cutOff;
    private final int days;
    private final RepeatOrders[] before;
    private final int[] came;
    private final double[] sameRate;

    public Holdout(OrderDays orders, LocalDate cutOff) {
        this.cutOff = cutOff;
        this.days = (int) (orders.asOf().toEpochDay() - cutOff.toEpochDay());
        IntStream.Builder found = IntStream.builder();
        orders.customersAt(cutOff, found::add);
        int[] customers = found.build().toArray();
        this.before = Arrays.stream(customers)
                .mapToObj(customer -> orders.at(customer, cutOff))
                .toArray(RepeatOrders[]::new);
        this.came = Arrays.stream(customers)
                .map(customer -> orders.after(customer, cutOff))
                .toArray();
        this.sameRate = Arrays.stream(before).mapToDouble(this::sameRate).toArray();
    }

    private double weeks() {
        return days / 7.0;
    }

    private double sameRate(RepeatOrders orders) {
        return orders.age() == 0 ? 0 : orders.frequency() / orders.age() * weeks();
    }

    public List<RepeatOrders> before() {
        return List.of(before);
    }

    /** @param models fitted to {@link #before} */
    public LifetimeCheck check(List<FittedOrders> models) {
        List<ModelCheck> checks = models.stream()
                .map(this::check)
                .sorted(Comparator.comparingDouble(ModelCheck::logLoss))
                .toList();
        double[] expected = expected(checks.get(0).model());
        return new LifetimeCheck(
                cutOff,
                days,
                came.length,
                Arrays.stream(came).asLongStream().sum(),
                ForecastError.of(sameRate, came),
                checks,
                groups(expected),
                gain(expected));
    }

    private ModelCheck check(FittedOrders fitted) {
        RepeatModel model = fitted.model();
        double surprise = 0;
        int covered = 0;
        for (int customer = 0; customer < came.length; customer++) {
            OrderCounts counts = model.counts(before[customer], weeks());
            surprise -= Math.log(Math.max(LEAST_LIKELY, counts.probability(came[customer])));
            covered += counts.quantile(TENTH) <= came[customer] && came[customer] <= counts.quantile(1 - TENTH) ? 1 : 0;
        }
        return new ModelCheck(
                fitted.kind(),
                model,
                fitted.logLikelihood(),
                ForecastError.of(expected(model), came),
                surprise / came.length,
                (double) covered / came.length);
    }

    private double[] expected(RepeatModel model) {
        return Arrays.stream(before)
                .mapToDouble(orders -> model.expected(orders, weeks()))
                .toArray();
    }

    private List<FrequencyGroup> groups(double[] expected) {
        return IntStream.rangeClosed(0, HIGHEST_GROUP)
                .mapToObj(frequency -> group(frequency, expected))
                .filter(group -> group.customers() > 0)
                .toList();
    }

    private FrequencyGroup group(int frequency, double[] expected) {
        int[] members = IntStream.range(0, came.length)
                .filter(customer -> Math.min(before[customer].frequency(), HIGHEST_GROUP) == frequency)
                .toArray();
        return new FrequencyGroup(
                frequency,
                members.length,
                Arrays.stream(members).map(customer -> came[customer]).average().orElse(0),
                Arrays.stream(members)
                        .mapToDouble(customer -> expected[customer])
                        .average()
                        .orElse(0),
                Arrays.stream(members)
                        .mapToDouble(customer -> sameRate[customer])
                        .average()
                        .orElse(0));
    }

    /** Customers are independent, so that the mean of their differences is all but normal. */
    private LifetimeCheck.Gain gain(double[] expected) {
        double[] gains = IntStream.range(0, came.length)
                .mapToDouble(customer ->
                        square(sameRate[customer] - came[customer]) - square(expected[customer] - came[customer]))
                .toArray();
        double mean = Arrays.stream(gains).average().orElse(0);
        double variance = Arrays.stream(gains).map(gain -> square(gain - mean)).sum() / Math.max(1, gains.length - 1);
        double half = Z_90 * Math.sqrt(variance / gains.length);
        return new LifetimeCheck.Gain(mean, mean - half, mean + half);
    }

    private static double square(double number) {
        return number * number;
    }
}
