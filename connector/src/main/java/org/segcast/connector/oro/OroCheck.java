/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.List;
import java.util.Optional;
import org.segcast.connector.http.CheckSteps;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** The connection test. Each step says what was found; those behind a login that does not hold are left out. */
final class OroCheck {
    private final OroClient client;
    private final OroConfig config;
    private final CheckSteps steps = new CheckSteps("Oro");

    OroCheck(OroClient client, OroConfig config) {
        this.client = client.once();
        this.config = config;
    }

    ConnectionCheck run() {
        if (steps.holds("Login", this::login) && steps.holds("Contacts", this::contacts)) {
            steps.holds("Consent", this::consent);
            steps.holds("Orders", this::orders);
            steps.holds("Engagement", this::engagement);
            steps.holds("Tags", this::tags);
            steps.holds("Score and reason", this::scoreFields);
        }
        return steps.done();
    }

    private String login() {
        client.signIn();
        return "Oro at " + config.url() + " gave the OAuth application a token"
                + CheckSteps.unencrypted(config.url(), "client's secret");
    }

    private String contacts() {
        return count(OroQuery.of("contacts").fields("contacts", "id")) + " contacts can be read";
    }

    private String consent() {
        int objectors = new OroConsents(client, config).objectors().size();
        String objections = objectors == 0
                ? "no contact holds the tag '" + config.noProfilingTag() + "' for an objection to profiling"
                : objectors + " contacts object to profiling";
        return objections + optOut(config.fields().emailOptOut());
    }

    private String optOut(Optional<String> field) {
        if (field.isEmpty()) {
            return "; Oro's contacts have no field for opt-outs from mail: add one of type Boolean and name it in "
                    + "segcast.oro.email-opt-out-field, or everybody counts as willing";
        }
        OroQuery one = OroQuery.of("contacts").fields("contacts", field.get()).page(1);
        boolean there = client.get(one).data().stream()
                .allMatch(contact -> contact.attributes().containsKey(field.get()));
        if (there) {
            return "; opt-outs from mail are read from the field " + field.get();
        }
        throw new SegcastException(
                ErrorCode.MODULE_MISSING,
                "Oro's contacts have no field " + field.get()
                        + ": add it under System, Entities, Entity Management, or correct segcast.oro.email-opt-out-field");
    }

    private String orders() {
        try {
            OroQuery newest = OroQuery.of("orders").fields("orders", "currency");
            OroDocument one = client.getWithTotal(newest.page(1));
            return one.total().orElse(one.data().size()) + " orders can be read" + currency(one) + lookup();
        } catch (SegcastException e) {
            if (e.code() != ErrorCode.MODULE_MISSING) {
                throw e;
            }
            throw new SegcastException(
                    e.code(),
                    "this Oro has no orders: its contacts can be read and tagged, but without orders there is nothing "
                            + "to predict from; orders come with OroCommerce",
                    e);
        }
    }

    private String currency(OroDocument orders) {
        return orders.data().stream()
                .flatMap(order -> order.text("currency").stream())
                .filter(found -> !found.equals(config.currency()))
                .map(found -> "; the first one is in " + found + ", and orders that are not in " + config.currency()
                        + " are left out: check segcast.oro.currency")
                .findFirst()
                .orElse("");
    }

    /** The look-up of contacts by e-mail travels in a body, which Oro learned in 2024. */
    private String lookup() {
        OroQuery nobody = OroQuery.of("contacts")
                .where("emails", "nobody@example.invalid")
                .fields("contacts", "primaryEmail")
                .page(1)
                .sentInBody();
        try {
            client.get(nobody);
            return "; they count for the contact with the customer user's e-mail address";
        } catch (SegcastException e) {
            if (e.code() != ErrorCode.REQUEST_REFUSED) {
                throw e;
            }
            throw new SegcastException(
                    e.code(),
                    "orders can be read, but this Oro does not look up contacts with a request in a body "
                            + "(X-HTTP-Method-Override): update it to 6.0.2 or later",
                    e);
        }
    }

    private String engagement() {
        List<String> closed = new OroEngagements(client, config).closed();
        return closed.isEmpty()
                ? "opportunities and mails of campaigns can be read"
                : String.join(" and ", closed)
                        + " are left out: not installed in this Oro, or closed to the OAuth application's user";
    }

    private String tags() {
        new OroTags(client, config).keys();
        return "tags and taxonomies can be read; whether they can be made and assigned shows at the first push";
    }

    private String scoreFields() {
        OroOperation unused = new OroOperation(client, config.batchTimeout(), HttpPause.SLEEP);
        Optional<List<String>> missing = new OroScores(client, config.fields(), unused).missing();
        if (missing.isEmpty()) {
            return "whether the fields for score and reason are there shows with the first contact";
        }
        if (missing.get().isEmpty()) {
            return "the fields for score and reason are there";
        }
        throw new SegcastException(
                ErrorCode.MODULE_MISSING,
                "Oro's contacts have no field " + String.join(", ", missing.get())
                        + ": the tags work, score and reason are not shown; an administrator adds the fields under System, "
                        + "Entities, Entity Management, Contact, and presses Update Schema");
    }

    private long count(OroQuery query) {
        OroDocument one = client.getWithTotal(query.page(1));
        return one.total().orElse(one.data().size());
    }
}
