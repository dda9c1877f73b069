/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Odoo's version, and what changed between versions where a reader or writer has to know it. Which fields a model has is asked, not reckoned from
 * here.
 *
 * @param text as the server tells it: {@code 14.0}, {@code 19.0+e}, {@code saas~18.2}
 */
record OdooVersion(String text) {
    static final int OLDEST = 14;
    private static final Set<Integer> TESTED = Set.of(OLDEST, 19);
    private static final Pattern NUMBER = Pattern.compile("(?:saas~)?([0-9]{1,3})(?:[.~+].*)?");

    OdooVersion {
        Objects.requireNonNull(text, "text");
    }

    /** Whether an Odoo speaks at all. */
    boolean known() {
        return NUMBER.matcher(text).matches();
    }

    int major() {
        Matcher number = NUMBER.matcher(text);
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }

    /** Whether all tests run on a real server of this version; the others speak as one of these does. */
    boolean tested() {
        return TESTED.contains(major());
    }

    /** JSON-2 came with 19; before there is JSON-RPC. */
    boolean json2() {
        return major() >= 19;
    }

    /** {@code search_read} takes {@code load} since 16. */
    boolean readsBareIds() {
        return major() >= 16;
    }

    /** With several databases, failures are told by name only in a session that knows its database; since 16 in any. */
    boolean needsSession() {
        return major() < 16;
    }

    /** {@code has_group} is asked of a user's record since 18, of the model before. */
    boolean groupsOfRecord() {
        return major() >= 18;
    }

    /** API keys have an end since 18. */
    boolean keysEnd() {
        return major() >= 18;
    }

    /** Who is on which mailing list, as {@code mailing.contact} names it. */
    String subscriptions() {
        return major() >= 17 ? "subscription_ids" : "subscription_list_ids";
    }

    /** Views say {@code invisible="expression"} since 17, {@code attrs} before. */
    boolean plainConditions() {
        return major() >= 17;
    }

    /** A list view's root element. */
    String listElement() {
        return major() >= 18 ? "list" : "tree";
    }
}
