/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.util.Objects;

/**
 * Which engine made a model.
 *
 * @param parameters in the engine's own words
 */
public record TrainerDescription(String name, String version, String parameters) {

    public TrainerDescription {
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
        Objects.requireNonNull(parameters);
    }
}
