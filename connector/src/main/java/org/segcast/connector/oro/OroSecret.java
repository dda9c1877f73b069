/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

/** The secret of an OAuth application; it shows itself nowhere but in the request for a token. */
public final class OroSecret {
    private final String text;

    public OroSecret(String text) {
        if (text.isBlank() || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("a client secret is one word of plain characters");
        }
        this.text = text;
    }

    String text() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
