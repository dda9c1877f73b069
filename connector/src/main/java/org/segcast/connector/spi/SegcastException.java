/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.Objects;

/** What went wrong and could not be answered with a value. Callers decide on {@link #kind()}, never on the text. */
public final class SegcastException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Who can mend it: the admin, the CRM's side, time, or the programmer. Only {@code TRANSIENT} is worth a retry. */
    public enum Kind {
        CONFIGURATION,
        SOURCE,
        TRANSIENT,
        DEFECT
    }

    private final ErrorCode code;

    /** @param message what was tried, on what, what was found and what to do; free of secrets and of people's data */
    public SegcastException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public SegcastException(ErrorCode code, String message, Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    public ErrorCode code() {
        return code;
    }

    public Kind kind() {
        return code.kind();
    }
}
