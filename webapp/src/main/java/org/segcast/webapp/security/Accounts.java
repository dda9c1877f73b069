/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Accounts and their tokens. */
@ApplicationScoped
@Transactional
public class Accounts {
    public static final int SHORTEST_PASSWORD = 10;
    private static final Duration TOKEN_LIFE = Duration.ofDays(365);

    private final SecureRandom random = new SecureRandom();
    private final Passwords passwords = new Passwords(random);

    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Clock clock;

    /** What became of a change that people asked for; a refusal is told, not thrown. */
    public sealed interface Change {
        record Done(String secret) implements Change {}

        record Refused(String reason) implements Change {}
    }

    public List<Account> all() {
        return state.createQuery("select a from Account a order by a.name", Account.class)
                .getResultList();
    }

    static boolean isName(String text) {
        return text.matches("[A-Za-z0-9._@-]{1,64}");
    }

    public boolean none() {
        return state.createQuery("select count(a) from Account a", Long.class).getSingleResult() == 0;
    }

    /** @return the password, generated where none was given, so that it can be shown once */
    public Change create(String name, Role role, Optional<String> password) {
        if (!isName(name)) {
            return new Change.Refused("An account name has 1 to 64 letters, digits or . _ @ - and no spaces.");
        }
        if (state.find(Account.class, name) != null) {
            return new Change.Refused("There is an account '" + name + "' already. Choose another name.");
        }
        if (password.filter(text -> text.length() < SHORTEST_PASSWORD).isPresent()) {
            return tooShort();
        }
        String secret = password.orElseGet(passwords::generate);
        state.persist(new Account(name, passwords.hash(secret), role, clock.instant()));
        return new Change.Done(secret);
    }

    public Change changePassword(String name, Optional<String> password) {
        Account account = state.find(Account.class, name);
        if (account == null) {
            return unknown(name);
        }
        if (password.filter(text -> text.length() < SHORTEST_PASSWORD).isPresent()) {
            return tooShort();
        }
        String secret = password.orElseGet(passwords::generate);
        account.changePassword(passwords.hash(secret));
        dropTokens(name);
        return new Change.Done(secret);
    }

    /** Removes an account and its tokens; the last admin stays. */
    public Change remove(String name) {
        Account account = state.find(Account.class, name);
        if (account == null) {
            return unknown(name);
        }
        if (isLastAdmin(account)) {
            return new Change.Refused("'" + name + "' is the last admin. Make another account an admin first.");
        }
        dropTokens(name);
        state.remove(account);
        return new Change.Done("");
    }

    /** Two admins who remove each other at once wait for each other here. */
    private boolean isLastAdmin(Account account) {
        return account.getRole() == Role.ADMIN
                && state.createQuery("select a from Account a where a.role = :role order by a.name", Account.class)
                                .setParameter("role", Role.ADMIN)
                                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                                .getResultList()
                                .size()
                        == 1;
    }

    /** The account, where name and password fit. A wrong name costs the same time as a wrong password. */
    public Optional<Account> verify(String name, String password) {
        Account account = state.find(Account.class, name);
        if (account == null) {
            passwords.hash(password);
            return Optional.empty();
        }
        return passwords.matches(password, account.passwordHash()) ? Optional.of(account) : Optional.empty();
    }

    /** The hash changes with the password, so it can tell whether a remembered proof still holds. */
    Optional<String> passwordVersion(String name) {
        return Optional.ofNullable(state.find(Account.class, name)).map(Account::passwordVersion);
    }

    Optional<Account> find(String name) {
        return Optional.ofNullable(state.find(Account.class, name));
    }

    /** A new bearer token, shown once; it runs out after a year. */
    public Change issueToken(String accountName, String label) {
        if (label.isBlank() || label.length() > 100) {
            return new Change.Refused("A token needs a label of 1 to 100 characters that says what uses it.");
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = "segcast_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        state.persist(new AccessToken(
                Passwords.sha256(token),
                accountName,
                label.strip(),
                clock.instant(),
                clock.instant().plus(TOKEN_LIFE)));
        return new Change.Done(token);
    }

    public List<AccessToken> tokens(String accountName) {
        return state.createQuery(
                        "select t from AccessToken t where t.accountName = :name order by t.id", AccessToken.class)
                .setParameter("name", accountName)
                .getResultList();
    }

    public void revokeToken(String accountName, long id) {
        state.createQuery("delete from AccessToken t where t.id = :id and t.accountName = :name")
                .setParameter("id", id)
                .setParameter("name", accountName)
                .executeUpdate();
    }

    public Optional<Account> bearer(String token) {
        return state.createQuery(
                        "select a from AccessToken t, Account a where a.name = t.accountName and t.tokenHash = :hash and t.expiresAt > :now",
                        Account.class)
                .setParameter("hash", Passwords.sha256(token))
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    private void dropTokens(String name) {
        state.createQuery("delete from AccessToken t where t.accountName = :name")
                .setParameter("name", name)
                .executeUpdate();
    }

    private static Change unknown(String name) {
        return new Change.Refused("There is no account '" + name + "'.");
    }

    private static Change tooShort() {
        return new Change.Refused("A password needs at least " + SHORTEST_PASSWORD + " characters.");
    }
}
