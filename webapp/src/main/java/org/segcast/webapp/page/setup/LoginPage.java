/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.primefaces.context.PrimeFacesContext;
import org.segcast.webapp.security.SessionStamp;
import org.segcast.webapp.security.SignInCredential;
import org.segcast.webapp.security.SignInThrottle;

/** The sign-in form. */
@Named("loginPage")
@RequestScoped
public class LoginPage {
    @Inject
    private SecurityContext security;

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private SessionStamp stamp;

    @Inject
    private Clock clock;

    private String name = "";
    private String password = "";
    private String to = "";
    private String problem = "";

    public void signIn() {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        if (throttle.mustWait(name, request.getRemoteAddr(), clock.instant())) {
            problem = "Too many failed tries. Wait a moment, then try again: the wait doubles with every failure.";
            return;
        }
        SignInCredential credential = new SignInCredential(name, password, request.getRemoteAddr());
        // asked first: where authenticate() fails, the server answers with a redirect and the reason is lost
        if (stores.validate(credential).getStatus() != CredentialValidationResult.Status.VALID) {
            problem = "This name and password do not fit together. Check both; capitals matter.";
            return;
        }
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) faces.getExternalContext().getResponse(),
                AuthenticationParameters.withParams().credential(credential).newAuthentication(true));
        if (status == AuthenticationStatus.SUCCESS) {
            enter(faces, request);
        } else {
            problem = "Signing in did not work just now. Try again; if it stays, the server's log says why.";
        }
    }

    private void enter(FacesContext faces, HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        stamp.begin(request, name);
        try {
            faces.getExternalContext()
                    .redirect(request.getContextPath() + ReturnPath.of(to).path());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Sent along by a script on other pages; without it the form could not be shown again. */
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    /** Never sent back to the browser. */
    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    /** Why signing in failed; empty text before a try. */
    public String getProblem() {
        return problem;
    }
}
