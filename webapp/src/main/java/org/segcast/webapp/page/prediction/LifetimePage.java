/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.prediction;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.lifetime.CustomerLifetimeValue;
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
        return latest
                .flatMap(kept -> kept.found()
                        .flatMap(found -> lifetimes
                                .valuedAsOf()
                                .map(asOf -> new LifetimeAnswer(
                                        found, kept.terms(), asOf, lifetimes.all(), lifetimes.currency(), formats))))
                .stream()
                .toList();
    }

    public List<Double> getConcentration() {
        return warehouse.lifetimeValues().concentration();
    }

    public List<CustomerLifetimeValue> getGreatest() {
        return warehouse.lifetimeValues().greatest(LISTED);
    }

    public List<CustomerLifetimeValue> getLost() {
        return warehouse.lifetimeValues().lost(LISTED);
    }

    public String name(String contactId) {
        return contacts.name(contactId).filter(name -> !name.isBlank()).orElse("Contact " + contactId);
    }

    public String getCurrency() {
        return lifetimes.currency();
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
