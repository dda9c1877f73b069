/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.prediction;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.segcast.predictive.lifetime.CustomerLifetimeValue;
import org.segcast.predictive.lifetime.LifetimeFinding;
import org.segcast.predictive.lifetime.LifetimeTerms;
import org.segcast.webapp.lifetime.KeptLifetime;
import org.segcast.webapp.lifetime.Lifetimes;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.security.Role;
import org.segcast.webapp.warehouse.ContactTable;
import org.segcast.webapp.warehouse.Warehouse;

/** Asks for customers to be valued, follows that, and shows what they are worth. */
@Named("lifetimePage")
@RequestScoped
public class LifetimePage {
    private static final String HERE = "/lifetime?faces-redirect=true";
    private static final int LISTED = 10;

    @Inject
    private Lifetimes lifetimes;

    @Inject
    private Warehouse warehouse;

    @Inject
    private ContactTable contacts;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private Lifetimes.Progress progress;
    private Optional<KeptLifetime> latest = Optional.empty();
    private List<LifetimeAnswer> answers = List.of();
    private List<Double> concentration = List.of();
    private List<CustomerLifetimeValue> greatest = List.of();
    private List<CustomerLifetimeValue> lost = List.of();
    private Map<String, String> names = Map.of();
    private String currency = "";
    private int horizonDays;
    private double discountPercent;
    private double marginPercent;

    @PostConstruct
    void look() {
        // first: a search that ends in between is then followed once more, and its answer shown
        progress = lifetimes.progress();
        latest = lifetimes.latest();
        LifetimeTerms terms = latest.map(KeptLifetime::terms).orElse(LifetimeTerms.USUAL);
        horizonDays = terms.horizonDays();
        discountPercent = terms.discountPercent();
        marginPercent = terms.marginPercent();
        latest.flatMap(KeptLifetime::found)
                .ifPresent(found -> lifetimes.valuedAsOf().ifPresent(asOf -> show(found, terms, asOf)));
    }

    /** All at once: a page asks for each many times. */
    private void show(LifetimeFinding.Found found, LifetimeTerms terms, LocalDate asOf) {
        currency = lifetimes.currency();
        answers = List.of(new LifetimeAnswer(found, terms, asOf, lifetimes.all(), currency, formats));
        concentration = warehouse.lifetimeValues().concentration();
        greatest = warehouse.lifetimeValues().greatest(LISTED);
        lost = warehouse.lifetimeValues().lost(LISTED);
        names = contacts.names(Stream.concat(greatest.stream(), lost.stream())
                .map(CustomerLifetimeValue::contactId)
                .toList());
    }

    public String start() {
        if (visitor.may(Role.MARKETER)) {
            lifetimes
                    .start(new LifetimeTerms(horizonDays, discountPercent, marginPercent), visitor.getName())
                    .ifPresent(notices::refused);
        }
        return HERE;
    }

    public boolean isMeasured() {
        return warehouse.features().asOf().isPresent();
    }

    public Lifetimes.Progress getProgress() {
        return progress;
    }

    /** At most one. */
    public List<KeptLifetime> getLatest() {
        return latest.stream().toList();
    }

    /** At most one. */
    public List<LifetimeAnswer> getAnswers() {
        return answers;
    }

    public List<Double> getConcentration() {
        return concentration;
    }

    public List<CustomerLifetimeValue> getGreatest() {
        return greatest;
    }

    public List<CustomerLifetimeValue> getLost() {
        return lost;
    }

    public String name(String contactId) {
        String name = names.getOrDefault(contactId, "");
        return name.isBlank() ? "Contact " + contactId : name;
    }

    public String getCurrency() {
        return currency;
    }

    public List<Integer> getHorizons() {
        return List.of(90, 180, 365, 730, 1_095);
    }

    public int getHorizonDays() {
        return horizonDays;
    }

    public void setHorizonDays(int horizonDays) {
        this.horizonDays = horizonDays;
    }

    public double getDiscountPercent() {
        return discountPercent;
    }

    public void setDiscountPercent(double discountPercent) {
        this.discountPercent = discountPercent;
    }

    public double getMarginPercent() {
        return marginPercent;
    }

    public void setMarginPercent(double marginPercent) {
        this.marginPercent = marginPercent;
    }
}
