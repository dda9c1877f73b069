/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.segcast.connector.oro.OroResource.Key;

/**
 * Whom an order counts for. Oro's orders belong to customers and customer users of the shop, its marks to contacts of the CRM, and no record links the two. So an order
 * counts for the contact that has the customer user's e-mail address, the primary one before others, else for the default contact of the customer's account.
 */
final class OroPeople {
    private static final int EMAILS_PER_CALL = 200;

    private final OroReader reader;

    OroPeople(OroReader reader) {
        this.reader = reader;
    }

    /** Looks up everybody of a page of orders. @return contact ids by lower-case e-mail address */
    Map<String, String> contactsByEmail(OroDocument orders) {
        Set<String> emails = new TreeSet<>();
        orders.data()
                .forEach(order -> email(order, orders).ifPresent(email -> {
                    emails.add(email);
                    emails.add(email.toLowerCase(Locale.ROOT));
                }));
        Map<String, String> primary = new HashMap<>();
        Map<String, String> other = new HashMap<>();
        List<String> all = new ArrayList<>(emails);
        for (int from = 0; from < all.size(); from += EMAILS_PER_CALL) {
            List<String> some = all.subList(from, Math.min(all.size(), from + EMAILS_PER_CALL));
            OroQuery query = OroQuery.of("contacts")
                    .any("emails", some)
                    .fields("contacts", "primaryEmail", "emails")
                    .sentInBody();
            reader.all(
                    query,
                    page -> page.data().forEach(contact -> {
                        contact.text("primaryEmail")
                                .ifPresent(email -> primary.putIfAbsent(lower(email), contact.id()));
                        contact.texts("emails", "email")
                                .forEach(email -> other.putIfAbsent(lower(email), contact.id()));
                    }));
        }
        other.putAll(primary);
        return other;
    }

    Optional<String> contact(OroResource order, OroDocument orders, Map<String, String> byEmail) {
        return email(order, orders)
                .flatMap(email -> Optional.ofNullable(byEmail.get(lower(email))))
                .or(() -> order.one("customer")
                        .flatMap(orders::included)
                        .flatMap(customer -> customer.one("account"))
                        .flatMap(orders::included)
                        .flatMap(account -> account.one("defaultContact"))
                        .map(Key::id));
    }

    /** An address with a comma in it cannot be asked for: Oro takes the comma for a list. */
    private static Optional<String> email(OroResource order, OroDocument orders) {
        return order.one("customerUser")
                .flatMap(orders::included)
                .flatMap(user -> user.text("email"))
                .filter(email -> email.indexOf(',') < 0);
    }

    private static String lower(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
