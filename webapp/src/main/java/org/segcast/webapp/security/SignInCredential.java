/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;

/** A name and a password, and the address they were sent from: whoever guesses is slowed down there and not where the account's owner sits. */
public final class SignInCredential extends UsernamePasswordCredential {
    private final String address;

    public SignInCredential(String name, String password, String address) {
        super(name, password);
        this.address = address;
    }

    String address() {
        return address;
    }
}
