/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Patience;
import org.segcast.webapp.security.AccessToken;
import org.segcast.webapp.security.Account;
import org.segcast.webapp.security.AccountStore;
import org.segcast.webapp.security.Accounts;
import org.segcast.webapp.security.Accounts.Change;
import org.segcast.webapp.security.Role;
import org.segcast.webapp.security.SignInCredential;
import org.segcast.webapp.security.SignInThrottle;

/** Accounts, tokens and the brake on guessing, on the server's own database. */
@ArquillianTest
class AccountsIT {
    private static final int FREE_FAILURES = 5;
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    @Inject
    Accounts accounts;

    @Inject
    AccountStore store;

    @Inject
    SignInThrottle throttle;

    @Inject
    Clock clock;

    @Deployment
    static WebArchive segcast() {
        return Deployed.withTests();
    }

    @AfterEach
    void only_the_first_account_stays() {
        accounts.all().stream()
                .map(Account::getName)
                .filter(name -> !name.equals("admin"))
                .forEach(accounts::remove);
    }

    @Test
    void an_account_is_made_with_a_strong_password_that_is_kept_as_a_hash_only() {
        String password = done(accounts.create("vera", Role.VIEWER, Optional.empty()));
        assertTrue(password.length() >= 25, "generated");
        assertEquals(
                Role.VIEWER, accounts.verify("vera", password).orElseThrow().getRole());
        assertEquals(Optional.empty(), accounts.verify("vera", password + "x"));
        assertEquals(Optional.empty(), accounts.verify("nobody", password));
    }

    @Test
    void names_are_unique_and_plain_and_passwords_long() {
        done(accounts.create("vera", Role.VIEWER, Optional.empty()));
        assertTrue(
                refused(accounts.create("vera", Role.ADMIN, Optional.empty())).contains("already"));
        assertTrue(refused(accounts.create("vera the admin", Role.VIEWER, Optional.empty()))
                .contains("no spaces"));
        assertTrue(refused(accounts.create("", Role.VIEWER, Optional.empty())).contains("1 to 64"));
        assertTrue(refused(accounts.create("short", Role.VIEWER, Optional.of("abc")))
                .contains("at least 10"));
        assertTrue(refused(accounts.changePassword("nobody", Optional.empty())).contains("no account"));
        assertEquals(2, accounts.all().size());
    }

    @Test
    void a_changed_password_holds_at_once_and_ends_the_tokens() {
        String before = done(accounts.create("mark", Role.MARKETER, Optional.empty()));
        String token = done(accounts.issueToken("mark", "nightly export"));
        assertEquals(Status.VALID, validate("mark", before).getStatus());
        assertEquals("mark", accounts.bearer(token).map(Account::getName).orElseThrow());
        String after = done(accounts.changePassword("mark", Optional.empty()));
        assertNotEquals(before, after);
        assertEquals(Status.INVALID, validate("mark", before).getStatus(), "though it was remembered as good");
        assertEquals(Status.VALID, validate("mark", after).getStatus());
        assertEquals(Optional.empty(), accounts.bearer(token));
        assertEquals(List.of(), accounts.tokens("mark"));
    }

    @Test
    void a_removed_account_is_nobody() {
        String password = done(accounts.create("vera", Role.VIEWER, Optional.empty()));
        String token = done(accounts.issueToken("vera", "phone"));
        assertEquals(Status.VALID, validate("vera", password).getStatus());
        done(accounts.remove("vera"));
        assertEquals(Status.INVALID, validate("vera", password).getStatus());
        assertEquals(Optional.empty(), accounts.bearer(token));
        assertTrue(refused(accounts.remove("vera")).contains("no account"));
    }

    @Test
    void of_two_admins_who_are_removed_at_once_one_stays() throws NamingException {
        ManagedExecutorService workers = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
        for (int round = 0; round < 20; round++) {
            ensure("second", Optional.empty());
            CompletableFuture<Void> removed = CompletableFuture.allOf(
                    workers.runAsync(() -> accounts.remove("admin")),
                    workers.runAsync(() -> accounts.remove("second")));
            removed.orTimeout(1, TimeUnit.MINUTES)
                    .handle((done, refused) -> done)
                    .join();
            assertEquals(1, accounts.all().size(), "after round " + round);
            ensure("admin", Optional.of(ConfigProvider.getConfig().getValue("segcast.admin.password", String.class)));
        }
    }

    private void ensure(String admin, Optional<String> password) {
        if (accounts.all().stream().map(Account::getName).noneMatch(admin::equals)) {
            done(accounts.create(admin, Role.ADMIN, password));
        }
    }

    @Test
    void the_last_admin_stays() {
        assertTrue(refused(accounts.remove("admin")).contains("last admin"));
        done(accounts.create("second", Role.ADMIN, Optional.empty()));
        done(accounts.remove("second"));
        assertTrue(refused(accounts.remove("admin")).contains("last admin"));
    }

    @Test
    void each_role_holds_those_before_it() {
        String password = done(accounts.create("mark", Role.MARKETER, Optional.empty()));
        assertEquals(Set.of("viewer", "marketer"), validate("mark", password).getCallerGroups());
    }

    @Test
    void a_token_is_shown_once_labelled_and_revoked_by_its_owner_only() {
        done(accounts.create("vera", Role.VIEWER, Optional.empty()));
        done(accounts.create("mark", Role.MARKETER, Optional.empty()));
        String token = done(accounts.issueToken("vera", "  phone "));
        AccessToken kept = accounts.tokens("vera").get(0);
        assertEquals("phone", kept.getLabel());
        assertTrue(kept.getExpiresAt().isAfter(clock.instant().plus(Duration.ofDays(360))));
        assertTrue(refused(accounts.issueToken("vera", " ")).contains("label"));
        accounts.revokeToken("mark", kept.getId());
        assertTrue(accounts.bearer(token).isPresent(), "not mark's to revoke");
        accounts.revokeToken("vera", kept.getId());
        assertEquals(Optional.empty(), accounts.bearer(token));
    }

    @Test
    void repeated_failures_make_their_address_wait_even_with_the_right_password() {
        String password = done(accounts.create("vera", Role.VIEWER, Optional.empty()));
        Instant before = clock.instant();
        for (int i = 0; i < FREE_FAILURES; i++) {
            assertFalse(throttle.mustWait("vera", HERE, clock.instant()), "after " + i + " failures");
            assertEquals(Status.INVALID, validate("vera", "guess " + i).getStatus());
        }
        assertTrue(throttle.mustWait("vera", HERE, before));
        failUntilTheWaitIsLong();
        assertEquals(Status.INVALID, validate("vera", password).getStatus(), "right, but too early");
        assertEquals(
                Status.VALID,
                store.validate(new SignInCredential("vera", password, ELSEWHERE))
                        .getStatus(),
                "who guesses does not keep the owner out");
        failUntilTheWaitIsLong();
        assertEquals(Status.INVALID, validate("vera", password).getStatus(), "too early, though it is remembered now");
        waitOut();
        assertEquals(Status.VALID, validate("vera", password).getStatus());
        assertEquals(Status.INVALID, validate("vera", "one more guess").getStatus());
        assertFalse(throttle.mustWait("vera", HERE, clock.instant()), "a success clears the failures");
    }

    /** The wait begins before the password is hashed: on a slow machine a short one is over when the failure is told. */
    private void failUntilTheWaitIsLong() {
        Instant soon = clock.instant().plusSeconds(1);
        while (!throttle.mustWait("vera", HERE, soon)) {
            waitOut();
            validate("vera", "one more guess");
            soon = clock.instant().plusSeconds(1);
        }
    }

    private void waitOut() {
        Patience.until(
                "the end of the wait",
                Duration.ofMinutes(6),
                () -> throttle.mustWait("vera", HERE, clock.instant()),
                waiting -> !waiting);
    }

    private CredentialValidationResult validate(String name, String password) {
        return store.validate(new SignInCredential(name, password, HERE));
    }

    private static String done(Change change) {
        return assertInstanceOf(Change.Done.class, change, change::toString).secret();
    }

    private static String refused(Change change) {
        return assertInstanceOf(Change.Refused.class, change).reason();
    }
}
