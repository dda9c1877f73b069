/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.lifetime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.segcast.predictive.lifetime.LifetimeFinding;
import org.segcast.predictive.lifetime.LifetimeTerms;

/**
 * What a search for a model came to.
 *
 * @param asOf the last day that it looked at
 * @param by who started it; a run that renews an old model says so
 */
public record KeptLifetime(LocalDate asOf, LifetimeTerms terms, LifetimeFinding finding, String by, Instant at) {

    /** Empty where it was refused. */
    public Optional<LifetimeFinding.Found> found() {
        return finding instanceof LifetimeFinding.Found found ? Optional.of(found) : Optional.empty();
    }

    /** Why there is no model; empty text where there is one. */
    public String refusal() {
        return finding instanceof LifetimeFinding.Refused refused ? refused.message() : "";
    }
}
