/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** One stored record. Its change stamp is in whole seconds and moves only when a value of its own really changed. */
final class OroEntry {
    private final OroKey key;
    private final Map<String, Object> attributes = new TreeMap<>();
    private final Map<String, Optional<OroKey>> one = new TreeMap<>();
    private final Map<String, List<OroKey>> many = new TreeMap<>();

    OroEntry(OroKey key, Instant now) {
        this.key = key;
        stamp("createdAt", now);
        stamp("updatedAt", now);
    }

    OroKey key() {
        return key;
    }

    long number() {
        return Long.parseLong(key.id());
    }

    OroEntry with(String attribute, Object value) {
        attributes.put(attribute, value);
        return this;
    }

    OroEntry without(String attribute) {
        attributes.put(attribute, null);
        return this;
    }

    OroEntry to(String relationship, Optional<OroKey> target) {
        one.put(relationship, target);
        return this;
    }

    OroEntry toMany(String relationship, List<OroKey> targets) {
        many.put(relationship, List.copyOf(targets));
        return this;
    }

    /** A write through the API or by a person. */
    void change(String attribute, Object value, Instant now) {
        if (!Objects.equals(attributes.put(attribute, value), value)) {
            stamp("updatedAt", now);
        }
    }

    void change(String relationship, Optional<OroKey> target, Instant now) {
        if (!target.equals(one.put(relationship, target))) {
            stamp("updatedAt", now);
        }
    }

    Object attribute(String name) {
        return attributes.get(name);
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    Map<String, Optional<OroKey>> one() {
        return one;
    }

    Map<String, List<OroKey>> many() {
        return many;
    }

    private void stamp(String attribute, Instant now) {
        attributes.put(attribute, now.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
