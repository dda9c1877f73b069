/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.fit;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * Finds the positive parameters of greatest likelihood, on their logarithms (Powell, The BOBYQA algorithm for bound constrained
 * optimization without derivatives, 2009, as Hipparchus has it).
 */
final class MaximumLikelihood {
    /** Parameters from e^-12 to e^12: beyond, a model has no say about the customers any more. */
    private static final double FARTHEST = 12;

    private static final double FIRST_STEP = 1;
    private static final double LAST_STEP = 1e-7;
    private static final int MOST_TRIES = 5_000;

    private MaximumLikelihood() {}

    /**
     * @param start where to begin
     * @param logLikelihood of parameters
     * @return nothing where the search found no place of finite likelihood that it could not leave for a better one
     */
    static Optional<double[]> parameters(double[] start, ToDoubleFunction<double[]> logLikelihood) {
        int size = start.length;
        double[] bounds = new double[size];
        Arrays.fill(bounds, FARTHEST);
        double[] lower = Arrays.stream(bounds).map(bound -> -bound).toArray();
        try {
            PointValuePair best = new BOBYQAOptimizer(2 * size + 1, FIRST_STEP, LAST_STEP)
                    .optimize(
                            new MaxEval(MOST_TRIES),
                            GoalType.MAXIMIZE,
                            new ObjectiveFunction(logs -> logLikelihood.applyAsDouble(exponentials(logs))),
                            new InitialGuess(Arrays.stream(start).map(Math::log).toArray()),
                            new SimpleBounds(lower, bounds));
            return Optional.of(exponentials(best.getPoint())).filter(found -> Double.isFinite(best.getValue()));
        } catch (MathIllegalStateException gaveUp) {
            return Optional.empty();
        }
    }

    private static double[] exponentials(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }
}
