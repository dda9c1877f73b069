/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.persona;

/** What came of a change to a portrait's text. */
public sealed interface PersonaAnswer {

    record Saved(PersonaText text) implements PersonaAnswer {}

    /** @param problem what was found and what was expected */
    record Refused(String problem) implements PersonaAnswer {}

    /** Somebody else changed it since it was read. */
    record Outdated(String problem) implements PersonaAnswer {}
}
