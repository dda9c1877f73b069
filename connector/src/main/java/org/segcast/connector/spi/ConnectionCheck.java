/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.List;
import java.util.Optional;

/**
 * The answer of a connection test, step by step.
 *
 * @param steps in the order tried; those behind a failure that made them impossible are missing
 */
public record ConnectionCheck(List<Step> steps) {

    /**
     * @param what what was tried, as a short heading
     * @param found in words what was found, expected and what to do
     * @param problem the failure's code; empty where it holds
     */
    public record Step(String what, String found, Optional<ErrorCode> problem) {
        public static Step holds(String what, String found) {
            return new Step(what, found, Optional.empty());
        }

        public static Step fails(String what, ErrorCode problem, String found) {
            return new Step(what, found, Optional.of(problem));
        }

        public boolean ok() {
            return problem.isEmpty();
        }
    }

    public ConnectionCheck {
        steps = List.copyOf(steps);
    }

    public boolean ok() {
        return steps.stream().allMatch(Step::ok);
    }
}
