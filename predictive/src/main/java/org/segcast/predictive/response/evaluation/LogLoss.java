/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

import org.segcast.predictive.SegcastException;
import org.segcast.predictive.response.Dataset;
import org.segcast.predictive.response.Example;
import org.segcast.predictive.response.ResponseModel;

/** Average negative log-likelihood in nats; forecasts are kept a millionth away from 0 and 1. */
public final class LogLoss {

    private static final double EDGE = 1e-6;

    private LogLoss() {}

    public static double of(ResponseModel model, Dataset test) {
        double[] forecasts = test.examples().stream()
                .map(Example::features)
                .mapToDouble(model::probability)
                .toArray();
        return of(forecasts, test.outcomes());
    }

    static double of(double[] forecasts, boolean[] outcomes) {
        SegcastException.require(forecasts.length > 0, "a log-loss needs forecasts, found none");
        double sum = 0;
        for (int i = 0; i < forecasts.length; i++) {
            double forecast = Math.min(1 - EDGE, Math.max(EDGE, forecasts[i]));
            sum -= Math.log(outcomes[i] ? forecast : 1 - forecast);
        }
        return sum / forecasts.length;
    }
}
