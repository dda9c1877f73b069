/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime;

import java.util.Objects;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.lifetime.check.LifetimeCheck;

/** What a search for a model came to. */
public sealed interface LifetimeFinding {

    /**
     * @param model of the kind that did best in the check, fitted to everything known
     * @param check on days that it had not seen
     */
    record Found(LifetimeModel model, LifetimeCheck check) implements LifetimeFinding {
        public Found {
            Objects.requireNonNull(model);
            Objects.requireNonNull(check);
        }
    }

    /** @param message the reason, the numbers, what to do */
    record Refused(String message) implements LifetimeFinding {
        public Refused {
            SegcastException.require(!message.isBlank(), "a refusal must say why");
        }
    }
}
