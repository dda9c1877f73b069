/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import java.util.Optional;

/** Lets something happen only while no run is going, and lets no run begin before it is over. */
public interface Standstill {
    /** @return why not, where a run is going; empty once it is done */
    Optional<String> during(Runnable change);
}
