/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the container who somebody is. A proof by password is remembered for some minutes, because clients of the API repeat it with every call
 * and a hash is slow on purpose; repeated failures make whoever guesses wait.
 */
@ApplicationScoped
public class AccountStore implements IdentityStore {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 1_000;

    /** Makes remembered proofs useless outside this process. */
    private final String pepper = new Passwords(new java.security.SecureRandom()).generate();

    private final Map<String, Instant> proofs = new ConcurrentHashMap<>();

    @Inject
    private Accounts accounts;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private Clock clock;

    /** Not left to the interface, which finds a method by the credential's class: it would hold on to the class of an application that is gone. */
    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof SignInCredential signIn
                ? validated(signIn)
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private CredentialValidationResult validated(SignInCredential credential) {
        String name = credential.getCaller();
        String password = credential.getPasswordAsString();
        Instant now = clock.instant();
        // asked first: a remembered proof is quick to try, and must not let anybody guess without waiting
        if (!Accounts.isName(name) || throttle.mustWait(name, credential.address(), now)) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        boolean remembered = remembered(name, password, now);
        Optional<Account> account = remembered ? accounts.find(name) : accounts.verify(name, password);
        if (account.isEmpty()) {
            throttle.failed(name, credential.address(), clock.instant());
            return CredentialValidationResult.INVALID_RESULT;
        }
        throttle.succeeded(name, credential.address());
        if (!remembered) {
            remember(name, password, now);
        }
        return valid(account.get());
    }

    static CredentialValidationResult valid(Account account) {
        return new CredentialValidationResult(
                account.getName(), account.getRole().groups());
    }

    private boolean remembered(String name, String password, Instant now) {
        return proof(name, password).map(proofs::get).filter(now::isBefore).isPresent();
    }

    private void remember(String name, String password, Instant now) {
        if (proofs.size() >= MOST_REMEMBERED) {
            proofs.clear();
        }
        proof(name, password).ifPresent(proof -> proofs.put(proof, now.plus(REMEMBERED)));
    }

    private Optional<String> proof(String name, String password) {
        return accounts.passwordVersion(name).map(version -> Passwords.sha256(pepper + version + password));
    }
}
