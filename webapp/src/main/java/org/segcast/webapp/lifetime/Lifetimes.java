/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.lifetime;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.lifetime.CustomerLifetimeValue;
import org.segcast.predictive.lifetime.LifetimeFinding;
import org.segcast.predictive.lifetime.LifetimeSearch;
import org.segcast.predictive.lifetime.LifetimeTerms;
import org.segcast.predictive.lifetime.Valuation;
import org.segcast.predictive.lifetime.fit.OrderDays;
import org.segcast.predictive.registry.LifetimeSums;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.pipeline.CustomersScored;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.warehouse.ContactTable;
import org.segcast.webapp.warehouse.Warehouse;

/**
 * Looks for a model of what customers are worth, beside everything else and one search at a time. Once there is one, every run values
 * everybody anew, and renews a model that grew old.
 */
@ApplicationScoped
public class Lifetimes {
    /** After so many days a run fits the model anew. */
    static final int FRESH_DAYS = 30;

    private static final String RENEWED_BY = "a run";
    private static final Logger LOG = Logger.getLogger(Lifetimes.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Warehouse warehouse;

    @Inject
    private Connections connections;

    @Inject
    private RunJournal runs;

    @Inject
    private LifetimeStore store;

    @Inject
    private ContactTable contacts;

    @Inject
    private Clock clock;

    private final Object valuing = new Object();
    private volatile Progress progress = new Progress(false, "");

    /** @param trouble why the latest search ended without an answer; empty text where it did not */
    public record Progress(boolean running, String trouble) {}

    public Progress progress() {
        return progress;
    }

    /** What the latest search over the connected CRM came to. */
    public Optional<KeptLifetime> latest() {
        return store.latest();
    }

    /** The day that customers were valued as of; nothing where nobody is. */
    public Optional<LocalDate> valuedAsOf() {
        return warehouse.lifetimeValues().asOf();
    }

    public LifetimeSums all() {
        return warehouse.lifetimeValues().all();
    }

    public List<LifetimeSums> bySegment() {
        return warehouse.lifetimeValues().bySegment();
    }

    public Optional<CustomerLifetimeValue> find(String contactId) {
        return warehouse.lifetimeValues().find(contactId);
    }

    /** Of the values. */
    public String currency() {
        return contacts.currency();
    }

    /** @return what stands against it, or nothing: then it began */
    public synchronized Optional<String> start(LifetimeTerms terms, String by) {
        if (progress.running()) {
            return Optional.of("Customers are being valued. Wait for the end of that.");
        }
        if (runs.active().isPresent()) {
            return Optional.of("A run is going, so that orders may be read in part only. Wait for its end.");
        }
        Optional<LocalDate> asOf = warehouse.features().asOf();
        if (asOf.isEmpty()) {
            return Optional.of("There is nothing measured yet: start a run first.");
        }
        String source = connections.source();
        progress = new Progress(true, "");
        executor.execute(() -> search(source, asOf.get(), terms, by));
        return Optional.empty();
    }

    private void search(String source, LocalDate asOf, LifetimeTerms terms, String by) {
        String trouble = "";
        try {
            learn(source, asOf, terms, by);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "valuing the customers failed", failed);
            trouble = "Valuing the customers failed. Try it again; the server's log says why.";
        } finally {
            progress = new Progress(false, trouble);
        }
    }

    void follow(@Observes CustomersScored now) {
        store.latest().filter(kept -> kept.found().isPresent()).ifPresent(kept -> {
            if (kept.asOf().until(now.asOf(), ChronoUnit.DAYS) >= FRESH_DAYS) {
                learn(connections.source(), now.asOf(), kept.terms(), RENEWED_BY);
            } else {
                value(now.asOf(), kept);
            }
        });
    }

    private void learn(String source, LocalDate asOf, LifetimeTerms terms, String by) {
        synchronized (valuing) {
            OrderDays orders = OrderDays.read(warehouse.histories(), asOf);
            LifetimeFinding finding = new LifetimeSearch(orders).find(terms.horizonDays());
            if (!source.equals(connections.source())) {
                return; // another CRM was put in use meanwhile: this is about nobody there
            }
            KeptLifetime kept = new KeptLifetime(asOf, terms, finding, by, clock.instant());
            value(asOf, kept);
            store.keep(source, kept);
        }
    }

    private void value(LocalDate asOf, KeptLifetime kept) {
        synchronized (valuing) {
            kept.found()
                    .ifPresentOrElse(
                            found -> value(asOf, new Valuation(found.model(), kept.terms(), asOf)),
                            () -> warehouse.lifetimeValues().clear());
        }
    }

    private void value(LocalDate asOf, Valuation valuation) {
        PurchaseHistories histories = warehouse.histories();
        warehouse
                .lifetimeValues()
                .replace(
                        asOf,
                        sink -> histories.forEach(
                                asOf, history -> valuation.of(history).ifPresent(sink)));
    }
}
