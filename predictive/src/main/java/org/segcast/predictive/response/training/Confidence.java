/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

/** Whether there were enough responses to be calm about a model. */
public enum Confidence {
    NORMAL,
    /** Below 120 responses to learn from (Einstein's limit for a segment of its own). */
    LOW;

    static final int ENOUGH_RESPONSES = 120;

    static Confidence of(int responses) {
        return responses < ENOUGH_RESPONSES ? LOW : NORMAL;
    }
}
