/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One step of a run and how far it is. */
@Embeddable
public class RunStep {
    static final int LONGEST_MESSAGE = 2000;

    private String name;

    @Enumerated(EnumType.STRING)
    private StepState state;

    private long done;
    private long total;
    private String message;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected RunStep() {}

    RunStep(String name) {
        this.name = name;
        this.state = StepState.PENDING;
        this.message = "";
    }

    void begin(Instant now) {
        state = StepState.STARTED;
        startedAt = now;
        endedAt = null;
        done = 0;
        total = 0;
        message = "";
    }

    void advance(long doneSoFar, long totalSoFar) {
        done = doneSoFar;
        total = Math.max(doneSoFar, totalSoFar);
    }

    void end(StepState how, String what, Instant now) {
        state = how;
        message = what.length() > LONGEST_MESSAGE ? what.substring(0, LONGEST_MESSAGE) : what;
        endedAt = now;
        if (how == StepState.COMPLETED) {
            total = Math.max(done, total);
            done = total;
        }
    }

    public String getName() {
        return name;
    }

    public StepState getState() {
        return state;
    }

    public long getDone() {
        return done;
    }

    public long getTotal() {
        return total;
    }

    public String getMessage() {
        return message;
    }

    /** How long the step took; empty before its end. */
    public Optional<Duration> duration() {
        return startedAt == null || endedAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(startedAt, endedAt));
    }
}
