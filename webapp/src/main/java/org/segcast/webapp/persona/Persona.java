/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.persona;

import java.time.LocalDate;
import java.util.List;
import org.segcast.predictive.persona.TraitFinding;
import org.segcast.predictive.persona.TypicalMember;
import org.segcast.predictive.persona.WordShares;
import org.segcast.predictive.registry.PersonaPurchases.Quarter;
import org.segcast.webapp.segment.SegmentSummary;

/**
 * A segment's portrait as of the latest run.
 *
 * @param contacts in all RFM segments, so everybody
 * @param revenueOfAll of everybody in 365 days, as the segment's own
 * @param currency empty text before the first order
 * @param traits what sets members apart from all customers: the strongest two of each group of features, eight in all
 * @param quarters of the last two years, the oldest first
 * @param categories and {@code products}: what most members bought in 365 days
 * @param typical nobody where no trait is a number
 */
public record Persona(
        SegmentSummary segment,
        LocalDate asOf,
        long contacts,
        double revenueOfAll,
        String currency,
        TraitFinding traits,
        List<Quarter> quarters,
        List<WordShares> categories,
        List<WordShares> products,
        List<TypicalMember> typical,
        PersonaText text) {

    public Persona {
        quarters = List.copyOf(quarters);
        categories = List.copyOf(categories);
        products = List.copyOf(products);
        typical = List.copyOf(typical);
    }
}
