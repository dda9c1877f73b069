/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

/** An engine that learns P(response) from examples. */
public interface Trainer {

    /** What is written on the model card. */
    TrainerDescription description();

    /**
     * Fits a model to examples with responders and non-responders among them.
     *
     * @param seed the only source of chance; equal examples and seed give an equal model
     */
    ResponseModel train(Dataset dataset, long seed);
}
