/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.overview;

/**
 * Something that waits for a person.
 *
 * @param look {@code bad}, {@code warn} or {@code info}
 * @param link where to go, from the application's root; empty text for nowhere
 */
public record Attention(String look, String title, String text, String link, String linkText) {
    public String icon() {
        return look.equals("info") ? "info" : "warn";
    }
}
