/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.settings;

import java.util.Objects;

/** A text that must never be printed: {@link #toString()} is a mask. */
public final class Secret {
    private final String text;

    public Secret(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
