/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import java.util.Objects;
import org.segcast.predictive.SegcastException;

/**
 * Why there is no model.
 *
 * @param message for a marketer: the reason, the two numbers, what to do
 */
public record Refusal(Code code, String message) {

    public Refusal {
        Objects.requireNonNull(code);
        SegcastException.require(!message.isBlank(), "a refusal must say why");
    }

    /** The reason, stable enough to be switched on. */
    public enum Code {
        /** The orders do not reach back far enough for one window to learn from. */
        HISTORY_TOO_SHORT,
        /** Too few responses among the training examples. */
        TOO_FEW_RESPONSES_TO_LEARN,
        /** Nearly everybody responds in the training examples. */
        TOO_FEW_OTHERS_TO_LEARN,
        /** Too few responses among the test customers. */
        TOO_FEW_RESPONSES_TO_TEST,
        /** Nearly everybody responds among the test customers. */
        TOO_FEW_OTHERS_TO_TEST,
        /** The segment's own model forecasts its customers no better than the one for all. */
        GLOBAL_FORECASTS_BETTER,
        /** The model is no better than the simple rule; or, where the one for all is not, not surely better. */
        NO_BETTER_THAN_RULE
    }
}
