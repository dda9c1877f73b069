/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import java.util.List;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ConnectionCheck.Step;
import org.segcast.webapp.page.format.Formats;

/** A connection test as pages tell it. */
public record CheckReport(ConnectionCheck check, Formats formats) {
    public boolean passed() {
        return check.ok();
    }

    public List<Step> steps() {
        return check.steps();
    }

    /** The headline. */
    public String verdict() {
        long failed = check.steps().stream().filter(step -> !step.ok()).count();
        return failed == 0
                ? "Everything that Segcast needs works"
                : formats.of(failed, "problem", "problems") + " to mend";
    }

    /** The failure's code for whoever reads logs; empty text where the step holds. */
    public String code(Step step) {
        return step.problem().map(Enum::name).orElse("");
    }
}
