/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private static final String OFFICE = "192.0.2.1";
    private static final String STRANGER = "198.51.100.7";
    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");

    private final SignInThrottle throttle = new SignInThrottle();

    @Test
    void five_failures_make_an_address_wait_with_that_account_twice_as_long_each_time() {
        fail("vera", OFFICE, 4);
        assertFalse(throttle.mustWait("vera", OFFICE, NOON));
        fail("vera", OFFICE, 1);
        assertTrue(throttle.mustWait("vera", OFFICE, NOON));
        assertFalse(throttle.mustWait("vera", OFFICE, NOON.plusSeconds(1)));
        fail("vera", OFFICE, 1);
        assertTrue(throttle.mustWait("vera", OFFICE, NOON.plusSeconds(1)));
        fail("vera", OFFICE, 60);
        assertFalse(throttle.mustWait("vera", OFFICE, NOON.plus(Duration.ofMinutes(5))), "five minutes at most");
    }

    @Test
    void a_stranger_does_not_keep_the_owner_waiting() {
        fail("vera", STRANGER, 100);
        assertTrue(throttle.mustWait("vera", STRANGER, NOON));
        assertFalse(throttle.mustWait("vera", OFFICE, NOON));
    }

    @Test
    void whoever_tries_many_accounts_waits_with_all_of_them() {
        for (int i = 0; i < 30; i++) {
            assertFalse(throttle.mustWait("name" + i, STRANGER, NOON));
            fail("name" + i, STRANGER, 1);
        }
        assertTrue(throttle.mustWait("another", STRANGER, NOON));
        throttle.succeeded("name1", STRANGER);
        assertTrue(throttle.mustWait("another", STRANGER, NOON), "one good account does not pay for guessing others");
        assertFalse(throttle.mustWait("another", OFFICE, NOON));
    }

    @Test
    void a_success_clears_the_failures_and_an_hour_forgets_them() {
        fail("vera", OFFICE, 4);
        throttle.succeeded("vera", OFFICE);
        fail("vera", OFFICE, 4);
        assertFalse(throttle.mustWait("vera", OFFICE, NOON));
        Instant later = NOON.plus(Duration.ofMinutes(61));
        throttle.failed("vera", OFFICE, later);
        assertFalse(throttle.mustWait("vera", OFFICE, later));
    }

    private void fail(String account, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(account, address, NOON);
        }
    }
}
