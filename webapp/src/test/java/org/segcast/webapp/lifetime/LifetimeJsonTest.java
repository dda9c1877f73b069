/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.lifetime.LifetimeFinding;
import org.segcast.predictive.lifetime.LifetimeModel;
import org.segcast.predictive.lifetime.check.ForecastError;
import org.segcast.predictive.lifetime.check.FrequencyGroup;
import org.segcast.predictive.lifetime.check.LifetimeCheck;
import org.segcast.predictive.lifetime.check.ModelCheck;
import org.segcast.predictive.lifetime.model.BgNbd;
import org.segcast.predictive.lifetime.model.GammaGamma;
import org.segcast.predictive.lifetime.model.MbgNbd;
import org.segcast.predictive.lifetime.model.ParetoNbd;
import org.segcast.predictive.lifetime.model.RepeatModelKind;

class LifetimeJsonTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final ForecastError ERROR = new ForecastError(1_653.4, 0.6256, 0.785, 1 / 3.0);

    @Test
    void a_model_of_every_kind_comes_back_with_its_check() {
        List<ModelCheck> checks = List.of(
                new ModelCheck(
                        RepeatModelKind.PARETO_NBD,
                        new ParetoNbd(.5532, 10.577, .6062, 11.669),
                        -9594.976,
                        ERROR,
                        0.98,
                        0.93),
                new ModelCheck(
                        RepeatModelKind.MBG_NBD, new MbgNbd(.525, 6.183, .891, 1.614), -9582.1, ERROR, 0.99, 0.93),
                new ModelCheck(RepeatModelKind.BG_NBD, new BgNbd(1 / 3.0, 1e-9, 11_860, 2), -9582.4, ERROR, 1, 0.93));
        LifetimeCheck check = new LifetimeCheck(
                AS_OF.minusDays(365),
                365,
                2_357,
                1_882,
                ERROR,
                checks,
                List.of(new FrequencyGroup(0, 1_411, 0.24, 0.19, 0), new FrequencyGroup(7, 64, 6.4, 5.8, 12.4)),
                new LifetimeCheck.Gain(2.3, 1.5, 3.2));
        for (ModelCheck best : checks) {
            LifetimeFinding found = new LifetimeFinding.Found(
                    new LifetimeModel(
                            AS_OF,
                            best.kind(),
                            best.model(),
                            new GammaGamma(6.25, 3.74, 15.44),
                            2_357,
                            2_000,
                            946,
                            -0.01),
                    check);
            assertEquals(found, LifetimeJson.read(LifetimeJson.write(found)));
        }
    }

    @Test
    void a_refusal_comes_back() {
        LifetimeFinding refused = new LifetimeFinding.Refused("Too few \"customers\".");
        assertEquals(refused, LifetimeJson.read(LifetimeJson.write(refused)));
    }
}
