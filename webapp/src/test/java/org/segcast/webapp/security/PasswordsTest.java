/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void a_hash_knows_its_password_and_no_other() {
        String hash = passwords.hash("correct horse");
        assertTrue(passwords.matches("correct horse", hash));
        assertFalse(passwords.matches("correct horsf", hash));
        assertFalse(hash.contains("correct"));
    }

    @Test
    void the_same_password_never_hashes_alike() {
        assertNotEquals(passwords.hash("correct horse"), passwords.hash("correct horse"));
    }

    @Test
    void generated_passwords_are_long_and_differ() {
        String password = passwords.generate();
        assertTrue(password.matches("([a-z2-9]{5}-){4}[a-z2-9]{5}"), password);
        assertNotEquals(password, passwords.generate());
    }

    @Test
    void each_role_includes_those_before_it() {
        assertEquals(Set.of("viewer"), Role.VIEWER.groups());
        assertEquals(Set.of("viewer", "marketer"), Role.MARKETER.groups());
        assertEquals(Set.of("viewer", "marketer", "admin"), Role.ADMIN.groups());
    }
}
