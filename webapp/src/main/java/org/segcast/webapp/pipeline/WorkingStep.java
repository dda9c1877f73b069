/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one step that works at a time. When the application ends it waits until that step has noticed: whatever closes under a step, the
 * warehouse's native code above all, would take the whole server down.
 */
@ApplicationScoped
public class WorkingStep {
    private static final Logger LOG = Logger.getLogger(WorkingStep.class.getName());
    private static final int LONGEST_WAIT_SECONDS = 25;

    private final Semaphore place = new Semaphore(1);
    private volatile boolean ending;

    /** Thrown in a step when the application ends. The run is not over: it goes on at the next start. */
    static final class ApplicationEnds extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ApplicationEnds() {
            super("the application ends; the run goes on when it starts again");
        }
    }

    /** To be followed by {@link #leave}. */
    void enter() {
        if (ending || !place.tryAcquire()) {
            throw new ApplicationEnds();
        }
    }

    void leave() {
        place.release();
    }

    boolean ending() {
        return ending;
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        ending = true;
        try {
            if (!place.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(
                        Level.WARNING,
                        "A step did not end within {0} s of the application''s end; it is cut off",
                        LONGEST_WAIT_SECONDS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
