/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.persona;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.segcast.predictive.feature.FeatureGroup;
import org.segcast.predictive.persona.NumberMoments;
import org.segcast.predictive.persona.SegmentMoments;
import org.segcast.predictive.persona.Trait;
import org.segcast.predictive.persona.TraitFinding;
import org.segcast.predictive.persona.TraitSearch;
import org.segcast.predictive.persona.TypicalMember;
import org.segcast.predictive.persona.WordShares;
import org.segcast.predictive.registry.PersonaPurchases.Bought;
import org.segcast.webapp.segment.SegmentSummary;
import org.segcast.webapp.segment.Segments;
import org.segcast.webapp.warehouse.ContactTable;
import org.segcast.webapp.warehouse.Warehouse;

/** The portraits of all segments, RFM, rules and clusters alike. */
@ApplicationScoped
public class Personas {
    private static final int MOST_TRAITS = 8;
    private static final long MOST_OF_A_GROUP = 2;
    private static final int QUARTERS = 8;
    private static final int FAVOURITES = 5;
    private static final int TYPICAL = 3;
    /** Told beside a typical member's figures; a band instead of an age, a country instead of a place. */
    private static final List<String> TYPICAL_WORDS = List.of("age_band", "country", "favourite_category");

    /** What a number tells of a person rather than of what they did is not told of typical members. */
    private static final Set<FeatureGroup> OF_PEOPLE = EnumSet.of(
            FeatureGroup.PERSON, FeatureGroup.PLACE, FeatureGroup.COMPANY, FeatureGroup.NOTES, FeatureGroup.ATTRIBUTES);

    @Inject
    private Segments segments;

    @Inject
    private Warehouse warehouse;

    @Inject
    private ContactTable contacts;

    @Inject
    private PersonaStore store;

    /** Whether there is such a segment, without drawing its portrait. */
    public boolean knows(String key) {
        return segments.find(key).isPresent();
    }

    /** Empty for a key that is no segment's, and before the first run. */
    public Optional<Persona> find(String key) {
        return segments.find(key)
                .flatMap(segment -> segments.asOf()
                        .flatMap(asOf -> warehouse
                                .personaMoments()
                                .of(segment.kind(), key)
                                .map(moments -> persona(segment, asOf, moments))));
    }

    private Persona persona(SegmentSummary segment, LocalDate asOf, SegmentMoments moments) {
        List<SegmentSummary> everybody = segments.rfm();
        TraitFinding traits = chosen(TraitSearch.in(moments));
        return new Persona(
                segment,
                asOf,
                everybody.stream().mapToLong(SegmentSummary::size).sum(),
                everybody.stream().mapToDouble(SegmentSummary::revenue).sum(),
                contacts.currency(),
                traits,
                warehouse.personaPurchases().quarters(segment.kind(), segment.key(), asOf, QUARTERS),
                favourites(segment, Bought.CATEGORY, asOf),
                favourites(segment, Bought.PRODUCT, asOf),
                typical(segment, moments, traits),
                store.find(segment.key())
                        .orElseGet(() -> PersonaText.suggested(segment.name(), suggestion(segment, moments, traits))));
    }

    /**
     * The strongest of each group of features, those that models learn from before details: many features tell the same purchases again.
     */
    private static TraitFinding chosen(TraitFinding finding) {
        if (!(finding instanceof TraitFinding.Found found)) {
            return finding;
        }
        Map<FeatureGroup, Long> taken = new EnumMap<>(FeatureGroup.class);
        List<Trait> strongest = found.traits().stream()
                .sorted(Comparator.comparing(trait -> !trait.feature().canBeLearnt()))
                .filter(trait -> taken.merge(trait.feature().group(), 1L, Long::sum) <= MOST_OF_A_GROUP)
                .sorted(Comparator.comparingDouble(Trait::strength).reversed())
                .limit(MOST_TRAITS)
                .toList();
        return new TraitFinding.Found(strongest, found.tested());
    }

    private List<WordShares> favourites(SegmentSummary segment, Bought bought, LocalDate asOf) {
        return warehouse.personaPurchases().favourites(segment.kind(), segment.key(), bought, asOf, FAVOURITES);
    }

    private List<TypicalMember> typical(SegmentSummary segment, SegmentMoments moments, TraitFinding traits) {
        if (!(traits instanceof TraitFinding.Found found)) {
            return List.of();
        }
        List<NumberMoments> numbers = found.traits().stream()
                .filter(Trait::isNumber)
                .filter(trait -> !OF_PEOPLE.contains(trait.feature().group()))
                .flatMap(trait -> moments.number(trait.feature().name()).stream())
                .toList();
        return warehouse.typicalMembers().of(segment.kind(), segment.key(), numbers, TYPICAL_WORDS, TYPICAL);
    }

    /** What is known of the segment's kind, else by rules; nothing where there are too few to tell. */
    private static String suggestion(SegmentSummary segment, SegmentMoments moments, TraitFinding traits) {
        if (!segment.strategy().isEmpty()) {
            return segment.strategy();
        }
        return traits instanceof TraitFinding.Found
                ? SuggestedStrategy.of(moments).words()
                : "";
    }

    /** Keeps a text, unless it is not allowed or somebody else was quicker; of two at once one waits. */
    public synchronized PersonaAnswer keep(String key, PersonaDraft draft, String by) {
        Optional<String> problem = draft.problem();
        if (problem.isPresent()) {
            return new PersonaAnswer.Refused(problem.get());
        }
        return store.keep(key, draft, by)
                .<PersonaAnswer>map(PersonaAnswer.Saved::new)
                .orElseGet(
                        () -> new PersonaAnswer.Outdated(
                                "Somebody changed this portrait meanwhile: look at what it says now, and make your change again."));
    }
}
