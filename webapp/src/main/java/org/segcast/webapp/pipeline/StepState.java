/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

/** Where a step stands. {@code WAITING}: it is done as far as it may without somebody's approval. */
public enum StepState {
    PENDING,
    STARTED,
    COMPLETED,
    WAITING,
    FAILED,
    STOPPED
}
