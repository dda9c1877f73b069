/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an account may do; each role includes those before it. */
public enum Role {
    /** Sees everything, changes nothing. */
    VIEWER,
    /** Also starts runs, approves pushes and changes the schedule. */
    MARKETER,
    /** Also manages accounts. */
    ADMIN;

    /** Names for annotations and web.xml. */
    public static final class Names {
        public static final String VIEWER = "viewer";
        public static final String MARKETER = "marketer";
        public static final String ADMIN = "admin";

        private Names() {}
    }

    /** This role and all that it includes, as the container knows them. */
    public Set<String> groups() {
        return Arrays.stream(values())
                .filter(role -> role.ordinal() <= ordinal())
                .map(Role::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    public static Optional<Role> of(String key) {
        return Arrays.stream(values())
                .filter(role -> role.key().equalsIgnoreCase(key))
                .findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
