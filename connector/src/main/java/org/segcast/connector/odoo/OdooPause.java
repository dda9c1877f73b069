/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Duration;

/** Waits between two attempts; a test passes one that only writes down how long. */
@FunctionalInterface
public interface OdooPause {
    OdooPause SLEEP = time -> Thread.sleep(time.toMillis());

    void pause(Duration time) throws InterruptedException;
}
