/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.persona;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.persona.Persona;
import org.segcast.webapp.persona.Personas;
import org.segcast.webapp.persona.ShareLinks;

/**
 * A portrait for whoever has a link to it. A link that is unknown, revoked or over gives the page of every address that does not exist. What is in the address is a secret: it is
 * never logged, and browsers are told to keep it to themselves.
 */
@WebServlet(SharedPersona.PATH + "*")
public class SharedPersona extends HttpServlet {
    static final String PATH = "/shared/";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ShareLinks links;

    @Inject
    private transient Personas personas;

    @Inject
    private transient Formats formats;

    /** Where a link leads, below the server's address. */
    public static String path(ShareLinks.Issued issued) {
        return PATH + issued.token().secret();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        Optional<Persona> persona = Optional.ofNullable(request.getPathInfo())
                .map(path -> path.substring(1))
                .flatMap(links::segmentOf)
                .flatMap(personas::find);
        if (persona.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(PersonaDocument.of(persona.get(), formats));
    }
}
