/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.history;

import java.time.LocalDate;
import java.util.Objects;

/** One thing that happened between the company and a contact beside orders, on the day it did. */
public record Engagement(EngagementKind kind, LocalDate date) {

    public Engagement {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(date);
    }
}
