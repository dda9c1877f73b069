/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive;

import java.util.Objects;

/**
 * The unexpected, with a code of a kind. Expected outcomes (a refusal, no better than the simple rule, stopped) are values instead.
 * The message says what was tried, on what, what was found, what was expected and what to do.
 */
public final class SegcastException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public SegcastException(ErrorCode code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code);
    }

    public SegcastException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code);
    }

    /** A broken contract between two parts of this house; the message names rule and found value. */
    public static SegcastException brokenContract(String message) {
        return new SegcastException(ErrorCode.CONTRACT_BROKEN, message);
    }

    /** Throws a broken contract unless the rule holds. */
    public static void require(boolean holds, String ruleAndFoundValue) {
        if (!holds) {
            throw brokenContract(ruleAndFoundValue);
        }
    }

    public ErrorCode code() {
        return code;
    }

    public ErrorCode.Kind kind() {
        return code.kind();
    }
}
