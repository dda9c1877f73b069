/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a read: filters, page, order, included and sparse fields. Whatever the resource does not support is refused as Oro does. */
final class OroListQuery {
    private static final Pattern FILTER = Pattern.compile("filter\\[(\\w+)](?:\\[(\\w+)])?");
    private static final Pattern FIELDS = Pattern.compile("fields\\[(\\w+)]");
    private static final Set<String> COMPARING = Set.of("eq", "neq", "lt", "lte", "gt", "gte", "exists");
    private static final Set<String> MATCHING = Set.of("eq", "neq", "exists");

    private final String type;
    private final List<Predicate<OroEntry>> filters = new ArrayList<>();
    private final Map<String, Set<String>> fields = new TreeMap<>();
    private final Set<String> include = new TreeSet<>();
    private int size = 10;
    private int number = 1;
    private boolean descending;

    OroListQuery(String type, Map<String, String> parameters, OptionalInt largestPage) {
        this.type = type;
        parameters.forEach((name, value) -> read(name, value, largestPage));
    }

    boolean passes(OroEntry entry) {
        return filters.stream().allMatch(filter -> filter.test(entry));
    }

    List<OroEntry> page(List<OroEntry> found, int cap) {
        int most = size < 0 ? cap : Math.min(size, cap);
        Comparator<OroEntry> order = Comparator.comparingLong(OroEntry::number);
        return found.stream()
                .sorted(descending ? order.reversed() : order)
                .skip(size < 0 ? 0 : (long) (number - 1) * most)
                .limit(most)
                .toList();
    }

    boolean asked(String ofType, String field) {
        return Optional.ofNullable(fields.get(ofType))
                .map(some -> some.contains(field))
                .orElse(true);
    }

    Set<String> include() {
        return include;
    }

    private void read(String name, String value, OptionalInt largestPage) {
        Matcher filter = FILTER.matcher(name);
        Matcher sparse = FIELDS.matcher(name);
        if (filter.matches()) {
            filters.add(filter(
                    name, filter.group(1), Optional.ofNullable(filter.group(2)).orElse("eq"), value));
        } else if (sparse.matches()) {
            if (!OroResources.known(sparse.group(1))) {
                throw OroRefusal.filter(name, "An entity type is not known.");
            }
            fields.put(sparse.group(1), new TreeSet<>(Arrays.asList(value.split(",", -1))));
        } else {
            switch (name) {
                case "include" -> include.addAll(Arrays.asList(value.split(",", -1)));
                case "page[size]" -> size = size(name, whole(name, value), largestPage);
                case "page[number]" -> number = number(name, whole(name, value));
                case "sort" -> sort(value);
                default -> throw OroRefusal.filter(name, "The filter is not supported.");
            }
        }
    }

    private static int size(String name, long wanted, OptionalInt largest) {
        if (wanted < -1) {
            throw OroRefusal.filter(name, "The value should be greater than or equals to -1.");
        }
        if (largest.isPresent() && wanted > largest.getAsInt()) {
            throw OroRefusal.filter(name, "The value should be less than or equals to " + largest.getAsInt() + ".");
        }
        return Math.toIntExact(wanted);
    }

    private static int number(String name, long wanted) {
        if (wanted < 1) {
            throw OroRefusal.filter(name, "The value should be greater than or equals to 1.");
        }
        return Math.toIntExact(wanted);
    }

    private void sort(String value) {
        descending = value.startsWith("-");
        if (!value.replaceFirst("^-", "").equals("id")) {
            throw OroRefusal.of(
                    400,
                    "sort constraint",
                    "Sorting by \"" + value.replaceFirst("^-", "") + "\" field is not supported.");
        }
    }

    private Predicate<OroEntry> filter(String name, String field, String operator, String value) {
        if (!OroResources.filterable(type, field)) {
            throw OroRefusal.filter(name, "The filter is not supported.");
        }
        boolean ordered = field.equals("id") || OroResources.time(field);
        if (!(ordered ? COMPARING : MATCHING).contains(operator)) {
            throw OroRefusal.filter(name, "The operator \"" + operator + "\" is not supported.");
        }
        if (operator.equals("exists")) {
            boolean wanted = Set.of("yes", "true", "1").contains(value);
            return entry -> values(entry, field).isEmpty() != wanted;
        }
        if (OroResources.time(field)) {
            Instant limit = time(name, value);
            return entry -> values(entry, field).stream()
                    .anyMatch(found -> holds(Instant.parse(found).compareTo(limit), operator));
        }
        if (field.equals("id") && !MATCHING.contains(operator)) {
            long limit = whole(name, value);
            return entry -> holds(Long.compare(entry.number(), limit), operator);
        }
        Set<String> wanted =
                OroResources.list(field) ? new TreeSet<>(Arrays.asList(value.split(",", -1))) : Set.of(value);
        if (OroResources.number(field)) {
            wanted.forEach(one -> whole(name, one));
        }
        boolean equal = operator.equals("eq");
        return entry -> values(entry, field).stream().anyMatch(wanted::contains) == equal;
    }

    private static boolean holds(int compared, String operator) {
        return switch (operator) {
            case "lt" -> compared < 0;
            case "lte" -> compared <= 0;
            case "gt" -> compared > 0;
            case "gte" -> compared >= 0;
            case "neq" -> compared != 0;
            default -> compared == 0;
        };
    }

    private static List<String> values(OroEntry entry, String field) {
        if (field.equals("id")) {
            return List.of(entry.key().id());
        }
        if (entry.one().containsKey(field)) {
            return entry.one().get(field).map(OroKey::id).stream().toList();
        }
        if (entry.many().containsKey(field)) {
            return entry.many().get(field).stream().map(OroKey::id).toList();
        }
        Object value = Optional.ofNullable(entry.attribute(field)).orElse(List.of());
        return value instanceof List<?> some
                ? some.stream()
                        .flatMap(one -> ((Map<?, ?>) one).values().stream())
                        .map(String::valueOf)
                        .toList()
                : List.of(String.valueOf(value));
    }

    private static long whole(String name, String value) {
        if (!value.matches("-?[0-9]{1,18}")) {
            throw OroRefusal.filter(name, "Expected integer value. Given \"" + value + "\".");
        }
        return Long.parseLong(value);
    }

    private static Instant time(String name, String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw OroRefusal.filter(name, "Expected datetime value. Given \"" + value + "\".");
        }
    }
}
