/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.time.Duration;

/** Waits between two attempts or calls; a test passes one that only writes down how long. */
@FunctionalInterface
public interface HttpPause {
    HttpPause SLEEP = time -> Thread.sleep(time.toMillis());

    void pause(Duration time) throws InterruptedException;
}
