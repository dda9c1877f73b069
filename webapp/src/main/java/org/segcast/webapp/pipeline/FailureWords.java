/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import org.segcast.connector.spi.SegcastException;

/** Says a failure in words fit for a page and a log: our own messages as they are, of anything else only its kind. */
final class FailureWords {
    private FailureWords() {}

    static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SegcastException known) {
                return known.getMessage();
            }
            if (cause instanceof org.segcast.predictive.SegcastException known
                    && known.kind() != org.segcast.predictive.ErrorCode.Kind.DEFECT) {
                return known.getMessage();
            }
        }
        return "An unexpected " + failure.getClass().getSimpleName()
                + " stopped this step. The server's log holds the details; "
                + "what earlier steps did is kept, and the next run starts from there.";
    }
}
