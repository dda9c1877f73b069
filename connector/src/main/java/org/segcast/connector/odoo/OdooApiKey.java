/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

/** An API key that shows itself nowhere but in the request's header. */
public final class OdooApiKey {
    private final String text;

    public OdooApiKey(String text) {
        if (text.isBlank() || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("an API key is one word of plain characters");
        }
        this.text = text;
    }

    String bearer() {
        return "Bearer " + text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
