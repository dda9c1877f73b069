/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who a request says it is in its Authorization header, Basic or bearer, and whether that is true. */
@ApplicationScoped
public class HeaderProof {
    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private Accounts accounts;

    /** To be asked only where there is such a header. */
    CredentialValidationResult of(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return accounts.bearer(header.substring(7).strip())
                    .map(AccountStore::valid)
                    .orElse(CredentialValidationResult.INVALID_RESULT);
        }
        return basic(header, request.getRemoteAddr())
                .map(stores::validate)
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }

    private static Optional<SignInCredential> basic(String header, String address) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new SignInCredential(pair.substring(0, colon), pair.substring(colon + 1), address));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether the request's header proves to be the caller whom the container took it for. */
    boolean isOfCaller(HttpServletRequest request) {
        CredentialValidationResult result = of(request);
        return result.getStatus() == CredentialValidationResult.Status.VALID
                && result.getCallerPrincipal()
                        .getName()
                        .equals(request.getUserPrincipal().getName());
    }
}
