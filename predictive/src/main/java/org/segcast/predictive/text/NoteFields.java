/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.segcast.predictive.history.AttributeDefinition;

/** Which of the CRM's fields hold notes or answers in people's own words, recognised by how a word of their name begins. */
public final class NoteFields {

    private static final List<String> NOTES = List.of(
            "note",
            "comment",
            "remark",
            "description",
            "notiz",
            "bemerkung",
            "anmerkung",
            "kommentar",
            "remarque",
            "nota",
            "opmerking");
    private static final List<String> ANSWERS = List.of(
            "survey",
            "answer",
            "feedback",
            "interest",
            "hobb",
            "umfrage",
            "antwort",
            "interesse",
            "sondage",
            "reponse",
            "encuesta",
            "respuesta");

    private NoteFields() {}

    /** By name, in the CRM's order. */
    public static List<String> of(List<AttributeDefinition> definitions) {
        return definitions.stream()
                .filter(NoteFields::isRead)
                .map(AttributeDefinition::name)
                .toList();
    }

    /** Whether it holds what somebody wrote about a contact: such a text is never a feature as a whole, however few there are. */
    public static boolean isNote(AttributeDefinition definition) {
        return named(definition, NOTES);
    }

    /** A choice among few answers is a feature of its own. */
    private static boolean isRead(AttributeDefinition definition) {
        return switch (definition.type()) {
            case TEXT -> named(definition, NOTES) || named(definition, ANSWERS);
            case NOMINAL -> isNote(definition);
            case NUMERIC, BOOLEAN, DATE -> false;
        };
    }

    private static boolean named(AttributeDefinition definition, List<String> beginnings) {
        return Arrays.stream(definition.name().toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .anyMatch(word -> beginnings.stream().anyMatch(word::startsWith));
    }
}
