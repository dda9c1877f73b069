/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The plan as of the latest run. */
@ApplicationScoped
public class Plans {

    /** Empty before the first run has got as far as a plan. */
    public Optional<PlanSummary> current() {
        return Optional.empty();
    }
}
