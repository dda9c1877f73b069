/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.customers;

import java.util.Map;
import org.segcast.webapp.segment.MemberQuery.Sort;

/** What sorting is called in columns and addresses. */
final class MemberSort {
    private static final Map<String, Sort> BY_NAME = Map.of(
            "name", Sort.NAME,
            "orders", Sort.ORDERS,
            "spent", Sort.SPENT,
            "lastOrder", Sort.LAST_ORDER,
            "chance", Sort.CHANCE);

    private MemberSort() {}

    static Sort of(String name) {
        return BY_NAME.getOrDefault(name, Sort.NAME);
    }

    static String name(Sort sort) {
        return BY_NAME.entrySet().stream()
                .filter(entry -> entry.getValue() == sort)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("name");
    }
}
