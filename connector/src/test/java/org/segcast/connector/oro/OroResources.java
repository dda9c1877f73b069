/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.Map;
import java.util.Set;

/**
 * What may be filtered and sorted by, per resource: identifiers, columns with an index, associations, and what a bundle enabled explicitly. All else is refused.
 */
final class OroResources {
    private static final Map<String, Set<String>> FILTERS = Map.ofEntries(
            Map.entry(
                    "contacts",
                    Set.of(
                            "id",
                            "firstName",
                            "lastName",
                            "updatedAt",
                            "emails",
                            "primaryEmail",
                            "phones",
                            "primaryPhone",
                            "externalId",
                            "accounts",
                            "source",
                            "method",
                            "owner",
                            "organization")),
            Map.entry("contactaddresses", Set.of("id", "owner", "country", "region")),
            Map.entry("accounts", Set.of("id", "name", "contacts", "defaultContact", "owner", "organization")),
            Map.entry("customers", Set.of("id", "name", "createdAt", "updatedAt", "account", "parent")),
            Map.entry("customerusers", Set.of("id", "email", "customer")),
            Map.entry(
                    "orders",
                    Set.of(
                            "id",
                            "identifier",
                            "poNumber",
                            "external",
                            "externalId",
                            "createdAt",
                            "updatedAt",
                            "customer",
                            "customerUser",
                            "internalStatus",
                            "status")),
            Map.entry("orderlineitems", Set.of("id", "createdAt", "updatedAt", "orders", "customer", "customerUser")),
            Map.entry(
                    "opportunities",
                    Set.of("id", "contact", "status", "createdAt", "account", "customer", "closeReason", "owner")),
            Map.entry("marketingactivities", Set.of("id", "campaign", "marketingActivityType", "owner", "actionDate")),
            Map.entry("tags", Set.of("id", "name", "taxonomy", "owner", "organization")),
            Map.entry("taxonomies", Set.of("id", "name", "owner", "organization")),
            Map.entry("users", Set.of("id", "username", "email")));

    private static final Set<String> NUMBERS =
            Set.of("id", "accounts", "contact", "customer", "customerUser", "orders", "taxonomy", "owner", "contacts");
    private static final Set<String> LISTS =
            Set.of("emails", "phones", "identifier", "internalStatus", "status", "marketingActivityType");
    private static final Set<String> TIMES = Set.of("createdAt", "updatedAt", "actionDate");

    private OroResources() {}

    static boolean known(String type) {
        return FILTERS.containsKey(type);
    }

    static boolean filterable(String type, String field) {
        return FILTERS.get(type).contains(field);
    }

    static boolean number(String field) {
        return NUMBERS.contains(field);
    }

    /** Whether several values may be given, apart by commas. */
    static boolean list(String field) {
        return LISTS.contains(field) || NUMBERS.contains(field);
    }

    static boolean time(String field) {
        return TIMES.contains(field);
    }
}
