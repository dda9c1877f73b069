/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.http.HttpPolicy;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.OrderRecord;

/** Puts records into a stand-in as people and shops would, and opens it. Whoever waits makes the stand-in's time pass instead. */
final class OroSeeds {
    static final String OPT_OUT = "do_not_email";

    private final OroStandIn oro;

    OroSeeds(OroStandIn oro) {
        this.oro = oro;
    }

    OroConfig config() {
        return config(Optional.empty());
    }

    OroConfig choosing(String... fields) {
        return config(Optional.of(List.of(fields)));
    }

    private OroConfig config(Optional<List<String>> chosen) {
        return new OroConfig(
                oro.url(),
                "/api",
                OroStandIn.CLIENT,
                new OroSecret(OroStandIn.SECRET),
                "EUR",
                new HttpPolicy(Duration.ofSeconds(5), Duration.ofSeconds(5), 4, 2, Optional.empty()),
                new OroFields("segcast_segment", "segcast_score", "segcast_reason", Optional.of(OPT_OUT), chosen),
                500,
                Duration.ofMinutes(10),
                "No profiling");
    }

    OroCrm open() {
        return open(config());
    }

    OroCrm open(OroConfig config) {
        HttpPause passing = oro::passes;
        return new OroCrm(config, new CallGuard(config.policy(), clock(), () -> 0, passing), clock(), passing);
    }

    /** The stand-in's own. */
    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return oro.now();
            }
        };
    }

    /** @return the id that Oro gave */
    String contact(ContactRecord contact) {
        int space = contact.name().lastIndexOf(' ');
        String email = contact.email().orElse("");
        OroEntry entry = oro.records()
                .add("contacts")
                .with("firstName", contact.name().substring(0, Math.max(0, space)))
                .with("lastName", contact.name().substring(space + 1))
                .with("primaryEmail", email)
                .with("emails", List.of(Map.of("email", email)))
                .with("phones", List.of())
                .with("birthday", "1973-03-07")
                .with("timesContacted", 3)
                .with("description", "<p>met at a <b>fair</b></p>")
                .with(OPT_OUT, !contact.consent().email())
                .without("segcast_segment")
                .without("segcast_score")
                .without("segcast_reason")
                .to("source", Optional.of(new OroKey("contactsources", "website")))
                .to("owner", Optional.of(new OroKey("users", "1")))
                .toMany("accounts", List.of())
                .toMany("addresses", List.of());
        return entry.key().id();
    }

    /** @param status its id: {@code won}, {@code lost}, or of a stage on the way there */
    OroEntry opportunity(String status, Optional<String> contact, Optional<String> closeDate) {
        return oro.records()
                .add("opportunities")
                .with("closeDate", closeDate.orElse(""))
                .to("status", Optional.of(new OroKey("opportunitystatuses", status)))
                .to("contact", contact.map(id -> new OroKey("contacts", id)));
    }

    /** @param kind its id: {@code send}, {@code open}, {@code click} or another that Oro has */
    OroEntry mail(String kind, OroKey person, String at) {
        return oro.records()
                .add("marketingactivities")
                .with("actionDate", at)
                .without("details")
                .to("marketingActivityType", Optional.of(new OroKey("marketingactivitytypes", kind)))
                .to("entity", Optional.of(person))
                .to("relatedCampaign", Optional.of(new OroKey("emailcampaigns", "1")));
    }

    /** Of the shop's user with the contact's address, who belongs to a customer without an account. */
    String order(OrderRecord order, String email) {
        OroKey customer = oro.records()
                .add("customers")
                .with("name", "Customer")
                .to("account", Optional.empty())
                .key();
        OroKey user = oro.records()
                .add("customerusers")
                .with("email", email)
                .to("customer", Optional.of(customer))
                .key();
        return order(order, Optional.of(user), customer).key().id();
    }

    OroEntry order(OrderRecord order, Optional<OroKey> user, OroKey customer) {
        List<OroKey> lines = new ArrayList<>();
        order.lines().forEach(line -> lines.add(line(line)));
        String status = switch (order.state()) {
            case CANCELLED -> "cancelled";
            case CONFIRMED -> "open";
            default -> "pending";
        };
        OroEntry entry = oro.records()
                .add("orders")
                .with("identifier", order.id())
                .with("currency", order.currency())
                .with("totalValue", order.amount().setScale(4).toPlainString())
                .to("internalStatus", Optional.of(new OroKey("orderinternalstatuses", status)))
                .to("status", Optional.empty())
                .to("customer", Optional.of(customer))
                .to("customerUser", user)
                .toMany("lineItems", lines);
        return entry.with(
                "createdAt", order.orderedAt().toInstant(ZoneOffset.UTC).toString());
    }

    private OroKey line(OrderLineRecord line) {
        BigDecimal price = line.amount().divide(line.quantity());
        return oro.records()
                .add("orderlineitems")
                .with("productName", line.product())
                .with("productSku", "SKU-1")
                .with("quantity", line.quantity().doubleValue())
                .with("value", price.setScale(4).toPlainString())
                .with("priceType", 10)
                .key();
    }

    /** Contacts first; orders find them by their e-mail address. @return ids by those of the records, contacts as {@code c1}, orders as {@code o7} */
    Map<String, String> all(List<ContactRecord> contacts, List<OrderRecord> orders) {
        Map<String, String> ids = new HashMap<>();
        Map<String, String> emails = new HashMap<>();
        contacts.forEach(contact -> {
            ids.put("c" + contact.id(), contact(contact));
            emails.put(contact.id(), contact.email().orElse(""));
        });
        orders.forEach(order -> ids.put("o" + order.id(), order(order, emails.get(order.contactId()))));
        return ids;
    }

    /** A tag that somebody made in Oro. */
    OroKey tag(String name) {
        return oro.records()
                .add("tags")
                .with("name", name)
                .to("taxonomy", Optional.empty())
                .key();
    }
}
