/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

/** An API key that shows itself nowhere but in requests to Odoo. */
public final class OdooApiKey {
    private final String text;

    public OdooApiKey(String text) {
        if (text.isBlank() || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("an API key is one word of plain characters");
        }
        this.text = text;
    }

    /** For the one place that must send it in a body. */
    String text() {
        return text;
    }

    String bearer() {
        return "Bearer " + text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
