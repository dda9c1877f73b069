/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

/** What came of reading a table of market research. */
public sealed interface ResearchReading {
    record Read(Research research) implements ResearchReading {}

    /** @param message what was found, what was expected */
    record Refused(String message) implements ResearchReading {}
}
