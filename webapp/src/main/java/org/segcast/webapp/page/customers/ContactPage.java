/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.customers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.predictive.lifetime.CustomerLifetimeValue;
import org.segcast.predictive.lifetime.LifetimeTerms;
import org.segcast.webapp.contact.ContactPortrait;
import org.segcast.webapp.contact.ContactPortrait.Engagement;
import org.segcast.webapp.contact.ContactPortrait.PlacedOrder;
import org.segcast.webapp.contact.ContactPortrait.ScoreCard;
import org.segcast.webapp.contact.ContactPortrait.SegmentMove;
import org.segcast.webapp.contact.Contacts;
import org.segcast.webapp.lifetime.KeptLifetime;
import org.segcast.webapp.lifetime.Lifetimes;
import org.segcast.webapp.page.chart.OrderStems;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.segment.SegmentSummary;

/** One contact, to prepare one conversation. */
@Named("contactPage")
@RequestScoped
public class ContactPage {
    @Inject
    private Contacts contacts;

    @Inject
    private RunJournal journal;

    @Inject
    private Runs runs;

    @Inject
    private Lifetimes lifetimes;

    @Inject
    private Formats formats;

    private String id = "";
    private Optional<ContactPortrait> portrait = Optional.empty();

    /** Called once the address was read. */
    public void open() {
        portrait = contacts.find(id);
        if (portrait.isEmpty()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public boolean isFound() {
        return portrait.isPresent();
    }

    public ContactPortrait getContact() {
        return portrait.orElseThrow();
    }

    /** The name, or the CRM's id of somebody without one. */
    public String getTitle() {
        return portrait.map(ContactPortrait::name)
                .filter(name -> !name.isBlank())
                .orElse("Contact " + id);
    }

    public boolean isPlaced() {
        return getContact().segment().isPresent();
    }

    public SegmentSummary getSegment() {
        return getContact().segment().orElseThrow();
    }

    public boolean isLinked() {
        return getContact().crmPage().isPresent();
    }

    public String getCrmPage() {
        return getContact().crmPage().orElseThrow().toString();
    }

    public String from(SegmentMove move) {
        return move.from().map(name -> name + " →").orElse("Joined");
    }

    public String products(PlacedOrder order) {
        return formats.text(String.join(", ", order.products()));
    }

    /** To the cent, with what was agreed on where that was in another currency. */
    public String amount(PlacedOrder order) {
        String amount = formats.exactMoney(order.amount(), order.currency());
        return order.original()
                .map(money -> amount + " (" + formats.exactMoney(money.amount(), money.currency()) + ")")
                .orElse(amount);
    }

    /** What this customer is expected to be worth; at most one. */
    public List<CustomerLifetimeValue> getWorth() {
        return lifetimes.find(id).stream().toList();
    }

    /** In how many days. */
    public int getWorthDays() {
        return lifetimes
                .latest()
                .map(KeptLifetime::terms)
                .orElse(LifetimeTerms.USUAL)
                .horizonDays();
    }

    public String getCurrency() {
        return lifetimes.currency();
    }

    /** The latest things that happened beside orders, as many as are read at a glance. */
    public List<Engagement> getLatest() {
        return getContact().engagements().stream().limit(12).toList();
    }

    public String happened(Engagement engagement) {
        return switch (engagement.kind()) {
            case "mail_sent" -> "Mail sent";
            case "mail_opened" -> "Mail opened";
            case "mail_clicked" -> "Link in a mail clicked";
            case "meeting" -> "Meeting";
            case "lead_won" -> "Opportunity won";
            case "lead_lost" -> "Opportunity lost";
            case "website_visit" -> "Website visited";
            default -> spaced(engagement.kind());
        };
    }

    public boolean isScored() {
        return getContact().profilingAllowed() && getContact().score().isPresent();
    }

    public ScoreCard getScore() {
        return getContact().score().orElseThrow();
    }

    /** How many of a hundred score lower; nobody scores higher than themselves. */
    public int getPercentile() {
        return Math.min(99, getScore().percentile());
    }

    /** What is known in a line: where from, since when, how much. */
    public String getSubline() {
        ContactPortrait contact = getContact();
        List<PlacedOrder> orders =
                contact.orders().stream().filter(order -> !order.refund()).toList();
        String firm = contact.company().isBlank() ? "" : contact.company() + " · ";
        if (orders.isEmpty()) {
            return formats.capital(firm + "no order yet");
        }
        PlacedOrder first = orders.get(orders.size() - 1);
        return formats.capital(firm + "customer since " + formats.date(first.date()) + " · "
                + formats.of(orders.size(), "order", "orders") + sum(contact.orders()));
    }

    /** Refunds taken off. */
    private String sum(List<PlacedOrder> orders) {
        double amount = orders.stream().mapToDouble(PlacedOrder::amount).sum();
        return ", " + formats.exactMoney(amount, orders.get(0).currency()) + " in all";
    }

    public String getStems() {
        return new OrderStems(
                        getContact().orders(),
                        journal.latestWith("score").map(Run::getAsOf).orElseGet(runs::today),
                        formats)
                .draw();
    }

    /** A feature as text. */
    public String measure(Map.Entry<String, Object> feature) {
        return feature.getValue() instanceof Number number
                ? number(number)
                : feature.getValue().toString();
    }

    public String spaced(String name) {
        return formats.capital(name.replace('_', ' '));
    }

    private String number(Number number) {
        double value = number.doubleValue();
        return value == Math.rint(value) ? formats.count(Math.round(value)) : formats.decimal(value, 2);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
