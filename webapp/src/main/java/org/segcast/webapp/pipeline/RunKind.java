/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import java.util.List;
import java.util.Locale;

/** The jobs and their steps; each is a file of its name in META-INF/batch-jobs. */
public enum RunKind {
    /** The whole way of a record, from the CRM and back. */
    FULL(List.of("sync", "features", "segments", "train", "score", "plan", "push")),
    /** Sends what somebody approved. */
    PUSH(List.of("plan", "push")),
    /** Sets back what one push changed. */
    UNDO(List.of("undo")),
    /** Takes away all that was ever written. */
    REMOVAL(List.of("removal")),
    /** Only brings the copy of the CRM up to date. */
    SYNC(List.of("sync")),
    /** Reads everything in the CRM again; what is no longer there goes, and the history of segments stays. */
    RESYNC(List.of("sync"));

    private final List<String> steps;

    RunKind(List<String> steps) {
        this.steps = steps;
    }

    public List<String> steps() {
        return steps;
    }

    String jobName() {
        return "segcast-" + name().toLowerCase(Locale.ROOT);
    }
}
