/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.prediction;

import java.time.LocalDate;
import java.util.List;
import org.segcast.predictive.lifetime.LifetimeFinding;
import org.segcast.predictive.lifetime.LifetimeTerms;
import org.segcast.predictive.lifetime.check.LifetimeCheck;
import org.segcast.predictive.lifetime.check.ModelCheck;
import org.segcast.predictive.registry.LifetimeSums;
import org.segcast.webapp.page.chart.FrequencyChart;
import org.segcast.webapp.page.format.Formats;

/** What customers are worth, in words, lines and a picture. */
public final class LifetimeAnswer {
    private final LifetimeFinding.Found found;
    private final LifetimeTerms terms;
    private final LocalDate asOf;
    private final LifetimeSums all;
    private final String currency;
    private final Formats formats;

    LifetimeAnswer(
            LifetimeFinding.Found found,
            LifetimeTerms terms,
            LocalDate asOf,
            LifetimeSums all,
            String currency,
            Formats formats) {
        this.found = found;
        this.terms = terms;
        this.asOf = asOf;
        this.all = all;
        this.currency = currency;
        this.formats = formats;
    }

    /** The answer before the evidence. */
    public String sentence() {
        return "In the " + formats.count(terms.horizonDays()) + " days after " + formats.date(asOf) + " we expect "
                + formats.of(Math.round(all.orders()), "order", "orders") + " worth "
                + formats.money(all.amount(), currency) + " from "
                + formats.of(all.customers(), "customer", "customers") + "; "
                + formats.share(all.alive(), all.customers()) + " of them have probably not left.";
    }

    public String terms() {
        return "Worth: "
                + (terms.marginPercent() < 100
                        ? formats.decimal(terms.marginPercent(), 0) + "% of the orders' amounts, "
                        : "the orders' amounts, ")
                + (terms.discountPercent() > 0
                        ? "less " + formats.decimal(terms.discountPercent(), 0) + "% for each year to wait."
                        : "however far ahead.");
    }

    /** How honest that is. */
    public String checked() {
        ModelCheck best = check().best();
        return "Fitted to what was known on " + formats.date(check().cutOff()) + ", it expected "
                + formats.of(Math.round(best.error().expected()), "order", "orders") + " in the "
                + formats.count(check().days()) + " days since; " + formats.count(check().came()) + " came. "
                + "The rate before expected "
                + formats.count(Math.round(check().sameRate().expected())) + ". Of 100 customers, "
                + formats.count(Math.round(100 * best.covered()))
                + " ordered as often as its range said (at least 80 should).";
    }

    /** What to keep in mind; empty text where there is nothing. */
    public String caution() {
        return found.model().isSpendIndependent()
                ? ""
                : "Customers who order often spend clearly "
                        + (found.model().spendCorrelation() > 0 ? "more" : "less")
                        + " an order than others; the model of spend takes the two for independent, so look at values of frequent customers with care.";
    }

    public LifetimeCheck check() {
        return found.check();
    }

    /** The kind of model in use, as the literature calls it. */
    public String kind() {
        return found.model().kind().label();
    }

    public String fitted() {
        return "Fitted to " + formats.of(found.model().fitted(), "customer", "customers") + " as of "
                + formats.date(found.model().asOf()) + ", of whom "
                + formats.of(found.model().repeaters(), "has", "have") + " ordered on more than one day.";
    }

    public List<ModelCheck> models() {
        return check().models();
    }

    public String chart() {
        return new FrequencyChart(check().groups(), formats).draw();
    }
}
