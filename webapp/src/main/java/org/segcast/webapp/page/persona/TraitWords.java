/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.persona;

import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.persona.Trait;
import org.segcast.webapp.page.format.Formats;

/** Features and their values as people read them. */
record TraitWords(Formats formats, String currency) {
    private static final double NO_DECIMALS_FROM = 100;

    /** Such as {@code Orders in 365 days} or {@code Country: Poland}. */
    String name(Trait trait) {
        return name(trait.feature()) + (trait.isNumber() ? "" : ": " + trait.word());
    }

    String name(Feature feature) {
        String words = feature.name()
                .replaceFirst("^attr_", "")
                .replaceFirst("^note_", "note mentions ")
                .replaceFirst("_(\\d+)d$", " in $1 days")
                .replace('_', ' ')
                .replaceFirst("(\\d+)d ", "$1 days ");
        return formats.capital(feature.isDatedToday() ? "days since " + words : words);
    }

    String value(Trait trait, double value) {
        return trait.isNumber() ? value(trait.feature(), value) : formats.percent(value);
    }

    String value(Feature feature, double value) {
        return switch (feature.unit()) {
            case "share", Feature.YES_OR_NO -> formats.percent(value);
            case "currency" -> formats.money(value, currency);
            default -> formats.decimal(value, value == Math.rint(value) || Math.abs(value) >= NO_DECIMALS_FROM ? 0 : 1);
        };
    }

    /** How much of a side a bar fills: two standard deviations, or four times as many or few. */
    static double length(Trait trait) {
        double size = trait.isNumber()
                ? Math.abs(trait.effect()) / 2
                : Math.abs(Math.log(Math.max(trait.effect(), 0.01)) / Math.log(4));
        return Math.min(1, size);
    }
}
