/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import java.io.Serializable;
import java.util.function.Consumer;
import org.segcast.webapp.security.Accounts.Change;

/** Tells what became of a change of accounts: why it was refused, or the secret that it made, once. */
final class ChangeAnswer implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient String secret = "";

    /** @return whether it was done */
    boolean done(Change change, Consumer<String> refusal) {
        if (change instanceof Change.Refused refused) {
            refusal.accept(refused.reason());
            return false;
        }
        return true;
    }

    /** As {@link #done}; the page shows the secret. */
    boolean issued(Change change, Consumer<String> refusal) {
        if (change instanceof Change.Done made) {
            secret = made.secret();
        }
        return done(change, refusal);
    }

    boolean holdsSecret() {
        return secret != null && !secret.isEmpty();
    }

    /** The secret; the next look finds nothing. */
    String secretOnce() {
        String once = holdsSecret() ? secret : "";
        secret = "";
        return once;
    }
}
