/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.spi.SegcastException;
import org.segcast.webapp.settings.Secret;
import org.segcast.webapp.settings.Settings;

class VaultTest {
    private static final String PLACE = "connection 7 api-key";
    private static final String SECRET = "key-of-the-test ż";

    @TempDir
    Path home;

    private Vault vault() {
        return vault(Optional.empty(), Optional.empty());
    }

    private Vault vault(Optional<String> key, Optional<String> old) {
        return new Vault(new Settings(
                home,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                5,
                Optional.empty(),
                key.map(Secret::new),
                old.map(Secret::new),
                List.of()));
    }

    private static String key(int filler) {
        byte[] bytes = new byte[SealingKey.BYTES];
        java.util.Arrays.fill(bytes, (byte) filler);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String clear(Opened opened) {
        return assertInstanceOf(Opened.Clear.class, opened, opened::toString)
                .secret()
                .reveal();
    }

    private static String locked(Opened opened) {
        return assertInstanceOf(Opened.Locked.class, opened).reason();
    }

    private Path file(String name) {
        return home.resolve(name);
    }

    @Test
    void what_is_sealed_opens_again_also_after_a_restart() {
        String sealed = vault().seal(SECRET, PLACE);
        assertEquals(SECRET, clear(vault().open(sealed, PLACE)));
        assertFalse(sealed.contains(SECRET));
    }

    @Test
    void the_same_secret_never_looks_the_same() {
        assertNotEquals(vault().seal(SECRET, PLACE), vault().seal(SECRET, PLACE));
    }

    @Test
    void any_changed_character_is_noticed() {
        Vault vault = vault();
        String sealed = vault.seal(SECRET, PLACE);
        int begin = sealed.indexOf(':', 2) + 1;
        for (int i = begin; i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String forged = sealed.substring(0, i) + other + sealed.substring(i + 1);
            Opened opened = vault.open(forged, PLACE);
            // the last character of a base64 text may carry bits that stand for nothing
            assertTrue(
                    opened instanceof Opened.Locked || clear(opened).equals(SECRET),
                    () -> "opened to something else: " + forged);
        }
        assertTrue(locked(vault.open("anything", PLACE)).contains("changed in the database"));
        assertTrue(locked(vault.open(sealed.substring(0, sealed.length() - 8), PLACE))
                .contains("changed in the database"));
    }

    @Test
    void a_sealed_text_opens_only_where_it_belongs() {
        String sealed = vault().seal(SECRET, PLACE);
        assertTrue(locked(vault().open(sealed, "connection 8 api-key")).contains("changed in the database"));
    }

    @Test
    void another_key_says_which_one_is_missing_and_loses_nothing() {
        String sealed = vault(Optional.of(key(1)), Optional.empty()).seal(SECRET, PLACE);
        String reason = locked(vault(Optional.of(key(2)), Optional.empty()).open(sealed, PLACE));
        assertTrue(reason.contains(sealed.split(":")[1]), reason);
        assertTrue(reason.contains("segcast.secret.key.old"), reason);
        assertFalse(reason.contains(key(1)) || reason.contains(key(2)), "a key in a message");
        assertEquals(SECRET, clear(vault(Optional.of(key(1)), Optional.empty()).open(sealed, PLACE)));
    }

    @Test
    void the_key_before_opens_and_the_new_one_seals() {
        String sealed = vault(Optional.of(key(1)), Optional.empty()).seal(SECRET, PLACE);
        Vault changed = vault(Optional.of(key(2)), Optional.of(key(1)));
        assertEquals(SECRET, clear(changed.open(sealed, PLACE)));
        assertFalse(changed.current(sealed));
        String anew = changed.seal(SECRET, PLACE);
        assertTrue(changed.current(anew));
        assertEquals(SECRET, clear(vault(Optional.of(key(2)), Optional.empty()).open(anew, PLACE)));
    }

    @Test
    void a_key_given_later_takes_over_from_the_file() {
        String sealed = vault().seal(SECRET, PLACE);
        Vault given = vault(Optional.of(key(3)), Optional.empty());
        assertEquals(SECRET, clear(given.open(sealed, PLACE)));
        assertFalse(given.current(sealed));
    }

    @Test
    void the_key_file_is_the_servers_alone() throws IOException {
        vault().seal(SECRET, PLACE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file("secret.key"))));
    }

    @Test
    void a_key_file_that_others_can_read_is_refused_with_what_to_do() throws IOException {
        String sealed = vault().seal(SECRET, PLACE);
        Files.setPosixFilePermissions(file("secret.key"), PosixFilePermissions.fromString("rw-r-----"));
        assertTrue(locked(vault().open(sealed, PLACE)).contains("chmod 600"));
        assertTrue(assertThrows(SegcastException.class, () -> vault().seal(SECRET, PLACE))
                .getMessage()
                .contains("chmod 600"));
        Files.setPosixFilePermissions(file("secret.key"), PosixFilePermissions.fromString("rw-------"));
        assertEquals(SECRET, clear(vault().open(sealed, PLACE)));
    }

    @Test
    void a_broken_or_missing_key_file_is_told_and_nothing_is_made_in_its_place() throws IOException {
        String sealed = vault().seal(SECRET, PLACE);
        String kept = Files.readString(file("secret.key"));
        Files.writeString(file("secret.key"), "no key");
        assertTrue(locked(vault().open(sealed, PLACE)).contains("holds no key"));
        Files.delete(file("secret.key"));
        assertTrue(locked(vault().open(sealed, PLACE)).contains("bring secret.key back"));
        assertFalse(Files.exists(file("secret.key")));
        Files.writeString(file("secret.key"), kept);
        Files.setPosixFilePermissions(file("secret.key"), PosixFilePermissions.fromString("rw-------"));
        assertEquals(SECRET, clear(vault().open(sealed, PLACE)));
    }

    @Test
    void changing_the_key_seals_everything_anew() {
        Vault vault = vault();
        String[] sealed = {vault.seal(SECRET, PLACE)};
        String before = sealed[0];
        assertEquals(Optional.empty(), vault.changeKey(() -> sealed[0] = resealed(vault, sealed[0])));
        assertEquals(SECRET, clear(vault().open(sealed[0], PLACE)));
        assertTrue(locked(vault().open(before, PLACE)).contains("is sealed with the key"), "the old key is gone");
        assertFalse(Files.exists(file("secret.key.next")));
    }

    @Test
    void a_kill_while_the_key_is_changed_leaves_everything_openable_and_the_next_start_ends_it() {
        Vault vault = vault();
        String before = vault.seal(SECRET, PLACE);
        String[] sealed = {before};
        assertThrows(
                IllegalStateException.class,
                () -> vault.changeKey(() -> {
                    sealed[0] = resealed(vault, sealed[0]);
                    throw new IllegalStateException("killed");
                }));
        assertEquals(SECRET, clear(vault().open(before, PLACE)), "where the database did not get the new ones");
        assertEquals(SECRET, clear(vault().open(sealed[0], PLACE)), "where it did");
        Vault restarted = vault();
        restarted.finishChange(() -> sealed[0] = resealed(restarted, before));
        assertFalse(Files.exists(file("secret.key.next")));
        assertEquals(SECRET, clear(vault().open(sealed[0], PLACE)));
    }

    @Test
    void a_key_from_the_settings_is_not_ours_to_change() {
        Vault given = vault(Optional.of(key(1)), Optional.empty());
        assertTrue(given.changeKey(() -> {
                    throw new AssertionError("nothing to do");
                })
                .orElseThrow()
                .contains("segcast.secret.key.old"));
        assertFalse(Files.exists(file("secret.key")), "no file is made beside it");
    }

    private static String resealed(Vault vault, String sealed) {
        return vault.current(sealed) ? sealed : vault.seal(clear(vault.open(sealed, PLACE)), PLACE);
    }
}
