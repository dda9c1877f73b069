/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import java.util.List;
import org.segcast.connector.spi.ConnectionCheck;

/** A connection test's answer. */
public record CheckAnswer(boolean ok, List<Step> steps) {

    /** @param code empty where the step holds */
    public record Step(String what, boolean ok, String found, String code) {}

    static CheckAnswer of(ConnectionCheck check) {
        return new CheckAnswer(
                check.ok(),
                check.steps().stream()
                        .map(step -> new Step(
                                step.what(),
                                step.ok(),
                                step.found(),
                                step.problem().map(Enum::name).orElse("")))
                        .toList());
    }
}
