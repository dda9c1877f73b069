/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What to read: a resource's path and the parameters of JSON:API as Oro names them.
 *
 * @param inBody sends the parameters in the body instead of the address, see {@link #sentInBody}
 */
record OroQuery(String path, Map<String, String> parameters, boolean inBody) {
    OroQuery {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    static OroQuery of(String path) {
        return new OroQuery(path, Map.of(), false);
    }

    /** Oro's ids are integers of 32 bits; a filter with a greater number ends in an error of its database. */
    static boolean isId(String text) {
        return text.matches("[1-9][0-9]{0,9}") && Long.parseLong(text) <= Integer.MAX_VALUE;
    }

    OroQuery where(String field, String value) {
        return with("filter[" + field + "]", value);
    }

    OroQuery where(String field, String operator, Object value) {
        return with("filter[" + field + "][" + operator + "]", String.valueOf(value));
    }

    OroQuery any(String field, Collection<String> values) {
        return where(field, String.join(",", values));
    }

    OroQuery changedSince(Instant since) {
        return since("updatedAt", since);
    }

    /** Oro's times and filters are in whole seconds. */
    OroQuery since(String field, Instant since) {
        return where(field, "gte", since.truncatedTo(ChronoUnit.SECONDS));
    }

    OroQuery fields(String type, String... names) {
        return with("fields[" + type + "]", String.join(",", names));
    }

    OroQuery fields(String type, Collection<String> names) {
        return fields(type, names.toArray(String[]::new));
    }

    OroQuery include(String... paths) {
        return with("include", String.join(",", paths));
    }

    /** By ascending id. */
    OroQuery page(int size) {
        return size(size).with("sort", "id");
    }

    /** In the order that Oro chooses. */
    OroQuery size(int size) {
        return with("page[size]", Integer.toString(size));
    }

    OroQuery number(int number) {
        return with("page[number]", Integer.toString(number));
    }

    /**
     * Sends the parameters in the body: for those that name people, because addresses end up in the logs of servers and proxies, and for long lists, because addresses
     * have an end.
     */
    OroQuery sentInBody() {
        return new OroQuery(path, parameters, true);
    }

    /** Ids within these bounds, inclusive. */
    OroQuery between(long first, long last) {
        OroQuery from = where("id", "gte", Math.min(first, Integer.MAX_VALUE));
        return last < Integer.MAX_VALUE ? from.where("id", "lte", last) : from;
    }

    String address() {
        return inBody || parameters.isEmpty()
                ? path
                : path + "?"
                        + parameters.entrySet().stream()
                                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private OroQuery with(String name, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new OroQuery(path, more, inBody);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
