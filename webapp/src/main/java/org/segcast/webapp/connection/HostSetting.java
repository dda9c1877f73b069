/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import java.util.List;

/**
 * One thing that a kind of CRM asks for; forms, the API and the names of environment variables follow from it.
 *
 * @param name as in {@code segcast.odoo.NAME}
 * @param label for people
 * @param help what to write, in one sentence
 * @param secret sealed at rest and never shown again
 * @param advanced most leave it as it is; folded away
 * @param usual what holds where it is left empty, for people; may be empty
 * @param choices the only texts it may have; empty for free text
 */
public record HostSetting(
        String name,
        String label,
        String help,
        boolean required,
        boolean secret,
        boolean advanced,
        String usual,
        List<String> choices) {
    /** Names of the contacts' fields to be read, comma separated; chosen on a page of its own rather than in the form. */
    public static final String FIELDS = "fields";

    public HostSetting {
        choices = List.copyOf(choices);
        if (name.isBlank() || label.isBlank()) {
            throw new IllegalArgumentException("a host's setting needs a name and a label");
        }
    }

    static HostSetting required(String name, String label, String help) {
        return new HostSetting(name, label, help, true, false, false, "", List.of());
    }

    static HostSetting secret(String name, String label, String help) {
        return new HostSetting(name, label, help, true, true, false, "", List.of());
    }

    static HostSetting advanced(String name, String label, String help, String usual) {
        return new HostSetting(name, label, help, false, false, true, usual, List.of());
    }

    /** The first choice is the usual one. */
    static HostSetting choice(String name, String label, String help, List<String> choices) {
        return new HostSetting(name, label, help, false, false, true, choices.get(0), choices);
    }
}
