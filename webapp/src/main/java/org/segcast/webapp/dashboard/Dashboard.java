/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Gathers the first page's figures. */
@ApplicationScoped
public class Dashboard {

    /** Empty before the first run has segments. */
    public Optional<DashboardFigures> figures() {
        return Optional.empty();
    }
}
