/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.persona;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.persona.Trait;
import org.segcast.predictive.persona.TraitFinding;
import org.segcast.predictive.persona.TypicalMember;
import org.segcast.predictive.persona.WordShares;
import org.segcast.predictive.registry.PersonaPurchases.Quarter;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.persona.Persona;
import org.segcast.webapp.segment.SegmentSummary;

/** A portrait as markup: tables and plain boxes only, so that browsers, mail and the maker of PDFs show the same. The title stands outside. */
public final class PersonaHtml {
    private static final int YEAR = 4;
    private static final int STEM = 48;

    private final Persona persona;
    private final Formats formats;
    private final TraitWords words;
    private final Markup out = new Markup();

    private PersonaHtml(Persona persona, Formats formats) {
        this.persona = persona;
        this.formats = formats;
        this.words = new TraitWords(formats, persona.currency());
    }

    /** Well-formed as XML too; every text is escaped. */
    public static String of(Persona persona, Formats formats) {
        return new PersonaHtml(persona, formats).written();
    }

    private String written() {
        out.raw("<div class=\"persona\">");
        figures();
        strategy();
        traits();
        trend();
        favourites();
        typical();
        out.element(
                "p class=\"persona-note\"",
                "Describes behaviour as of " + formats.date(persona.asOf())
                        + ". Nobody in the segment fits it exactly, and nobody is named.");
        return out.raw("</div>").toString();
    }

    private void figures() {
        SegmentSummary segment = persona.segment();
        double each = segment.size() == 0 ? Double.NaN : segment.revenue() / segment.size();
        double eachOfAll = persona.contacts() == 0 ? Double.NaN : persona.revenueOfAll() / persona.contacts();
        out.raw("<table class=\"persona-figures\"><tbody><tr>");
        figure("People", formats.count(segment.size()), formats.share(segment.size(), persona.contacts()) + " of all");
        figure(
                "Revenue, 12 months",
                money(segment.revenue()),
                formats.share(segment.revenue(), persona.revenueOfAll()) + " of all");
        figure("Revenue each", money(each), "All: " + money(eachOfAll));
        out.raw("</tr></tbody></table>");
    }

    private void figure(String name, String value, String beside) {
        out.raw("<td>").element("span", name).element("b", value).element("span", beside);
        out.raw("</td>");
    }

    private void strategy() {
        heading("What’s in it for them");
        String strategy = persona.text().strategy();
        out.paragraphs(strategy.isEmpty() ? "No strategy yet." : strategy);
        if (!persona.text().notes().isEmpty()) {
            out.raw("<h3>Notes</h3>").paragraphs(persona.text().notes());
        }
    }

    private void traits() {
        heading("What sets them apart");
        if (persona.traits() instanceof TraitFinding.TooFew few) {
            out.element(
                    "p",
                    "Too few to tell from chance: " + formats.count(few.found())
                            + (few.members() ? " in the segment" : " other customers to compare with") + ", at least "
                            + formats.count(few.needed()) + " are needed.");
        } else if (persona.traits() instanceof TraitFinding.Found found) {
            if (found.traits().isEmpty()) {
                out.element("p", "Nothing that stands out: members are much like all customers.");
            } else {
                traits(found.traits());
            }
            out.element(
                    "p class=\"persona-note\"",
                    "Averages and shares beside those of all customers. Of " + formats.count(found.tested())
                            + " differences tested, only large ones are told (0.2 standard deviations, or a share a quarter higher or a fifth lower),"
                            + " and of these no more than one in twenty may be chance.");
        }
    }

    private void traits(List<Trait> traits) {
        out.raw(
                "<table class=\"persona-traits\"><thead><tr><th scope=\"col\">Trait</th>"
                        + "<th scope=\"col\" class=\"half\">Less</th><th scope=\"col\" class=\"half more\">More</th>"
                        + "<th scope=\"col\" class=\"num\">They</th><th scope=\"col\" class=\"num\">All</th></tr></thead><tbody>");
        for (Trait trait : traits) {
            out.raw("<tr><th scope=\"row\">").text(words.name(trait));
            out.element("span", trait.feature().description()).raw("</th>");
            out.raw("<td class=\"half\">" + (trait.more() ? "" : bar(trait, true)) + "</td>");
            out.raw("<td class=\"half more\">" + (trait.more() ? bar(trait, false) : "") + "</td>");
            out.element("td class=\"num\"", words.value(trait, trait.members()));
            out.element("td class=\"num\"", words.value(trait, trait.all())).raw("</tr>");
        }
        out.raw("</tbody></table>");
    }

    private static String bar(Trait trait, boolean left) {
        double length = 100 * TraitWords.length(trait);
        return String.format(
                Locale.ROOT,
                "<div class=\"bar-%s\" style=\"width:%.0f%%;margin-left:%.0f%%\"></div>",
                left ? "less" : "more",
                length,
                left ? 100 - length : 0);
    }

    private void trend() {
        heading("Revenue, last two years");
        out.raw("<table class=\"persona-trend\"><tbody><tr>");
        stems("Today’s members", Quarter::members);
        stems("All customers", Quarter::all);
        out.raw("</tr></tbody></table>");
        out.element(
                "p class=\"persona-note\"",
                "By three months each, less refunds. Each picture has its own scale. Members are those of today: who is in because of recent orders has more of them.");
    }

    private void stems(String name, ToDoubleFunction<Quarter> amount) {
        List<Quarter> quarters = persona.quarters();
        double highest = Math.max(1, quarters.stream().mapToDouble(amount).max().orElse(1));
        out.raw("<td>").element("h3", name).element("p", change(amount));
        out.raw("<table class=\"stems\"><tbody><tr>");
        for (Quarter quarter : quarters) {
            double value = amount.applyAsDouble(quarter);
            out.raw("<td title=\"")
                    .text(formats.date(quarter.from()) + " to " + formats.date(quarter.to()) + ": " + money(value));
            out.raw(String.format(
                    Locale.ROOT, "\"><div style=\"height:%.0fpx\"></div></td>", Math.max(1, STEM * value / highest)));
        }
        out.raw("</tr></tbody></table><p class=\"persona-note\">");
        if (!quarters.isEmpty()) {
            out.text(formats.month(quarters.get(0).from()) + " to "
                    + formats.month(quarters.get(quarters.size() - 1).to()));
        }
        out.raw("</p></td>");
    }

    private String change(ToDoubleFunction<Quarter> amount) {
        double before = sum(0, amount);
        double now = sum(YEAR, amount);
        return money(now) + " in the last 12 months"
                + (before > 0 ? ", " + formats.signedPercent(now / before - 1) + " on the 12 before" : "");
    }

    private double sum(int from, ToDoubleFunction<Quarter> amount) {
        return persona.quarters().stream()
                .skip(from)
                .limit(YEAR)
                .mapToDouble(amount)
                .sum();
    }

    private void favourites() {
        if (persona.categories().isEmpty() && persona.products().isEmpty()) {
            return;
        }
        heading("What they bought in the last 365 days");
        out.raw("<table class=\"persona-trend\"><tbody><tr><td>");
        favourites("Categories", persona.categories());
        out.raw("</td><td>");
        favourites("Products", persona.products());
        out.raw("</td></tr></tbody></table>");
    }

    private void favourites(String what, List<WordShares> favourites) {
        out.raw("<table class=\"persona-list\"><thead><tr><th scope=\"col\">" + what + "</th>"
                + "<th scope=\"col\" class=\"num\">They</th><th scope=\"col\" class=\"num\">All</th>"
                + "<th scope=\"col\" class=\"num\">As often</th></tr></thead><tbody>");
        for (WordShares favourite : favourites) {
            out.raw("<tr>").element("th scope=\"row\"", favourite.word());
            out.element("td class=\"num\"", formats.percent(favourite.members().value()));
            out.element("td class=\"num\"", formats.percent(favourite.all().value()));
            out.element("td class=\"num\"", formats.times(favourite.lift())).raw("</tr>");
        }
        out.raw("</tbody></table>");
    }

    private void typical() {
        List<TypicalMember> members = persona.typical();
        if (members.isEmpty()) {
            return;
        }
        heading("Typical customers");
        out.raw("<table class=\"persona-list\"><thead><tr><th scope=\"col\">In the middle of the segment</th>");
        for (int i = 0; i < members.size(); i++) {
            out.element("th scope=\"col\" class=\"num\"", Character.toString('A' + i));
        }
        out.raw("</tr></thead><tbody>");
        rows(members, TypicalMember::words, (feature, word) -> word);
        rows(members, TypicalMember::numbers, words::value);
        out.raw("</tbody></table>");
        out.element(
                "p class=\"persona-note\"",
                "Real customers, told so that nobody is recognised: figures to two digits, words only where at least five members share them all.");
    }

    /** A row for each feature that any of them has a value of. */
    private <T> void rows(
            List<TypicalMember> members,
            Function<TypicalMember, Map<Feature, T>> values,
            BiFunction<Feature, T, String> shown) {
        Set<Feature> features = new LinkedHashSet<>();
        members.forEach(member -> features.addAll(values.apply(member).keySet()));
        for (Feature feature : features) {
            out.raw("<tr>").element("th scope=\"row\"", words.name(feature));
            members.forEach(member -> out.element(
                    "td class=\"num\"",
                    Optional.ofNullable(values.apply(member).get(feature))
                            .map(value -> shown.apply(feature, value))
                            .orElse(Formats.MISSING)));
            out.raw("</tr>");
        }
    }

    private void heading(String text) {
        out.element("h2", text);
    }

    private String money(double amount) {
        return Double.isFinite(amount) ? formats.money(amount, persona.currency()) : Formats.MISSING;
    }
}
