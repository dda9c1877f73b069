/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.http.HttpPolicy;

/** One guard per host, kept while the server runs: all runs, plans and tests of a connection share what is known of its CRM's health. */
@ApplicationScoped
public class CallGuards {
    private record Host(URI url, HttpPolicy policy) {}

    private final Map<Host, CallGuard> guards = new ConcurrentHashMap<>();

    @Inject
    private Clock clock;

    public CallGuard of(URI url, HttpPolicy policy) {
        return guards.computeIfAbsent(
                new Host(url, policy),
                host -> new CallGuard(
                        host.policy(), clock, () -> ThreadLocalRandom.current().nextDouble(), HttpPause.SLEEP));
    }
}
