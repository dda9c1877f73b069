/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.predictive.persona.Trait;
import org.segcast.predictive.persona.TraitFinding;
import org.segcast.predictive.persona.TypicalMember;
import org.segcast.predictive.persona.WordShares;
import org.segcast.predictive.registry.PersonaPurchases.Quarter;
import org.segcast.webapp.persona.Persona;
import org.segcast.webapp.persona.PersonaText;

/**
 * A portrait as the API tells it.
 *
 * @param contacts everybody in an RFM segment
 * @param revenue of the members in 365 days, {@code revenueOfAll} of everybody
 * @param version to be sent back with a change; 0 until somebody edits the text
 * @param refusal why no traits are told; empty text where they were looked for
 * @param tested differences that were looked at
 * @param typical members in the middle of the segment, by the names of features
 */
public record PortraitAnswer(
        String key,
        String name,
        LocalDate asOf,
        long size,
        long contacts,
        double revenue,
        double revenueOfAll,
        String currency,
        String title,
        String strategy,
        String notes,
        int version,
        Optional<String> changedBy,
        Optional<Instant> changedAt,
        String refusal,
        int tested,
        List<Told> traits,
        List<Quarter> quarters,
        List<Favourite> categories,
        List<Favourite> products,
        List<Map<String, Object>> typical) {

    /**
     * @param word of a word's feature; empty text for a number
     * @param effect of a number, standard deviations of all customers between the means; of a word, the members' share as a multiple of that of all
     * @param q after the correction for all that was tested
     */
    public record Told(String feature, String word, double members, double all, double effect, double q) {
        static Told of(Trait trait) {
            return new Told(
                    trait.feature().name(), trait.word(), trait.members(), trait.all(), trait.effect(), trait.q());
        }
    }

    /** Shares of members and of all who bought it in 365 days. */
    public record Favourite(String name, double members, double all, double lift) {
        static List<Favourite> of(List<WordShares> shares) {
            return shares.stream()
                    .map(share -> new Favourite(
                            share.word(), share.members().value(), share.all().value(), share.lift()))
                    .toList();
        }
    }

    static PortraitAnswer of(Persona persona) {
        PersonaText text = persona.text();
        Optional<TraitFinding.Found> found = Optional.of(persona.traits())
                .filter(TraitFinding.Found.class::isInstance)
                .map(TraitFinding.Found.class::cast);
        return new PortraitAnswer(
                persona.segment().key(),
                persona.segment().name(),
                persona.asOf(),
                persona.segment().size(),
                persona.contacts(),
                persona.segment().revenue(),
                persona.revenueOfAll(),
                persona.currency(),
                text.title(),
                text.strategy(),
                text.notes(),
                text.version(),
                text.change().map(PersonaText.Change::by),
                text.change().map(PersonaText.Change::at),
                persona.traits() instanceof TraitFinding.TooFew few ? refusal(few) : "",
                found.map(TraitFinding.Found::tested).orElse(0),
                found.map(TraitFinding.Found::traits).orElse(List.of()).stream()
                        .map(Told::of)
                        .toList(),
                persona.quarters(),
                Favourite.of(persona.categories()),
                Favourite.of(persona.products()),
                typical(persona.typical()));
    }

    private static String refusal(TraitFinding.TooFew few) {
        return "Too few to tell from chance: " + few.found()
                + (few.members() ? " in the segment" : " other customers to compare with") + ", at least "
                + few.needed() + " are needed.";
    }

    private static List<Map<String, Object>> typical(List<TypicalMember> members) {
        List<Map<String, Object>> told = new ArrayList<>();
        for (TypicalMember member : members) {
            Map<String, Object> values = new LinkedHashMap<>();
            member.words().forEach((feature, word) -> values.put(feature.name(), word));
            member.numbers().forEach((feature, number) -> values.put(feature.name(), number));
            told.add(values);
        }
        return told;
    }
}
