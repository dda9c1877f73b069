/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import org.segcast.predictive.SegcastException;

/** Whom a model is for: all customers, or one segment of them. */
public record Scope(String key, String name) {

    public static final Scope ALL = new Scope("all", "All customers");

    public Scope {
        SegcastException.require(!key.isBlank() && !name.isBlank(), "a scope needs key and name");
    }

    public boolean isAll() {
        return key.equals(ALL.key);
    }
}
