/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.model;

import java.util.function.Function;

/** The models that can be fitted. */
public enum RepeatModelKind {
    BG_NBD("BG/NBD", of -> new BgNbd(of[0], of[1], of[2], of[3])),
    MBG_NBD("MBG/NBD", of -> new MbgNbd(of[0], of[1], of[2], of[3])),
    PARETO_NBD("Pareto/NBD", of -> new ParetoNbd(of[0], of[1], of[2], of[3]));

    private final String label;
    private final Function<double[], RepeatModel> with;

    RepeatModelKind(String label, Function<double[], RepeatModel> with) {
        this.label = label;
        this.with = with;
    }

    /** Its name in the literature. */
    public String label() {
        return label;
    }

    /** @param parameters in the order of the model's components */
    public RepeatModel with(double[] parameters) {
        return with.apply(parameters);
    }
}
