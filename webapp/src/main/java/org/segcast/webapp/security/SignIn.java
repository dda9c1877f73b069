/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lets people in: pages through the sign-in form and a session, the API through Basic or bearer. Who is not known is sent to the form, or told 401.
 */
@AutoApplySession
@ApplicationScoped
public class SignIn implements HttpAuthenticationMechanism {
    static final String FORM = "/login.xhtml";

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private HeaderProof proof;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.getAuthParameters().getCredential() != null) {
            CredentialValidationResult result =
                    stores.validate(context.getAuthParameters().getCredential());
            return result.getStatus() == CredentialValidationResult.Status.VALID
                    ? context.notifyContainerAboutLogin(result)
                    : AuthenticationStatus.SEND_FAILURE;
        }
        Optional<String> header = Optional.ofNullable(request.getHeader("Authorization"));
        if (header.isPresent()) {
            CredentialValidationResult result = proof.of(request);
            return result.getStatus() == CredentialValidationResult.Status.VALID
                    ? context.notifyContainerAboutLogin(result)
                    : refuse(request, response);
        }
        return context.isProtected() ? refuse(request, response) : context.doNothing();
    }

    private static AuthenticationStatus refuse(HttpServletRequest request, HttpServletResponse response) {
        SecurityHeaders.set(request, response);
        try {
            if (ofApi(request) || request.getHeader("Authorization") != null) {
                unauthorized(response);
            } else {
                response.sendRedirect(request.getContextPath() + FORM + target(request, path(request)));
            }
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static boolean ofApi(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static String target(HttpServletRequest request, String path) {
        boolean worthIt = "GET".equals(request.getMethod()) && path.endsWith(".xhtml");
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return worthIt ? "?to=" + URLEncoder.encode(path + query, StandardCharsets.UTF_8) : "";
    }

    static void unauthorized(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Basic realm=\"Segcast\", charset=\"UTF-8\"");
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"Not signed in\",\"status\":401,"
                        + "\"detail\":\"Send an account's name and password (Basic) or one of its tokens (Bearer).\"}");
        // sent now: the container takes a Basic header apart once more, fails on one that is malformed and would answer
        // 500
        response.flushBuffer();
    }
}
