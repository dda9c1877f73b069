/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.persona;

/** Elements under way, well-formed as XML too. Every text is escaped here; tags and attributes are written in this package only. */
final class Markup {
    private final StringBuilder out = new StringBuilder(8192);

    /** @param tags written as they stand */
    Markup raw(String tags) {
        out.append(tags);
        return this;
    }

    Markup text(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            append(text.codePointAt(i));
        }
        return this;
    }

    Markup element(String tag, String text) {
        raw("<" + tag + ">").text(text);
        return raw("</" + tag.split(" ")[0] + ">");
    }

    /** A text of several lines; blank lines part it. */
    Markup paragraphs(String text) {
        for (String paragraph : text.strip().replace("\r\n", "\n").split("\n\\s*\n")) {
            raw("<p>");
            String[] lines = paragraph.strip().split("\n");
            for (int i = 0; i < lines.length; i++) {
                raw(i == 0 ? "" : "<br/>").text(lines[i]);
            }
            raw("</p>");
        }
        return this;
    }

    /** What XML does not allow is left out, so that no character of a CRM breaks a file. */
    private void append(int character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> {
                boolean allowed = character >= 0x20 && character <= 0xD7FF
                        || character >= 0xE000 && character <= 0xFFFD
                        || character > 0xFFFF
                        || character == '\t'
                        || character == '\n'
                        || character == '\r';
                out.append(allowed ? Character.toString(character) : "");
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
