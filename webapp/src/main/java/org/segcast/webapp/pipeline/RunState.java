/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

/** Where a run stands. */
public enum RunState {
    STARTING,
    STARTED,
    COMPLETED,
    FAILED,
    STOPPED;

    public boolean over() {
        return this == COMPLETED || this == FAILED || this == STOPPED;
    }
}
