/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Slows down guessing where it comes from: after five failures in a row for one account an address waits with that account, after thirty for
 * any accounts it waits with all. A stranger elsewhere can't keep an account's owner waiting.
 */
@ApplicationScoped
public class SignInThrottle {
    private static final int FREE_PER_ACCOUNT = 5;
    private static final int FREE_PER_ADDRESS = 30;

    private record Try(String account, String address) {}

    private final FailureBrake<Try> accounts = new FailureBrake<>(FREE_PER_ACCOUNT);
    private final FailureBrake<String> addresses = new FailureBrake<>(FREE_PER_ADDRESS);

    public boolean mustWait(String account, String address, Instant now) {
        return accounts.mustWait(new Try(account, address), now) || addresses.mustWait(address, now);
    }

    void failed(String account, String address, Instant now) {
        accounts.failed(new Try(account, address), now);
        addresses.failed(address, now);
    }

    /** Clears the failures with this account only, else one good account would pay for guessing others. */
    void succeeded(String account, String address) {
        accounts.forget(new Try(account, address));
    }
}
