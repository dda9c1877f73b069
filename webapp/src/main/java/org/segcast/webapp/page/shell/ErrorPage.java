/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.shell;

import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Says in words what went wrong. Plain on purpose: where a page failed, Faces and the session may be what failed. Technical text stays in the log.
 */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <script src="%s"></script>
            <link rel="stylesheet" href="%s"><link rel="icon" type="image/svg+xml" href="%s">
            <title>%s · Segcast</title></head>
            <body><main class="alone" id="main"><a class="brand" href="%s/dashboard.xhtml"><img src="%s" alt="" width="28" height="28">Segcast</a><section class="card stack">
            <h1>%s</h1><p class="muted">%s</p>
            <p><a class="btn btn--primary" href="%s/dashboard.xhtml">Go to the dashboard</a></p>
            </section></main></body></html>
            """;

    @Inject
    private transient Assets assets;

    private record Words(String title, String text) {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Words words = words(request, response.getStatus());
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'");
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(PAGE.formatted(
                        assets.address("segcast.js").replace("&", "&amp;"),
                        assets.address("tokens.css").replace("&", "&amp;"),
                        assets.address("favicon.svg").replace("&", "&amp;"),
                        words.title(),
                        request.getContextPath(),
                        assets.address("favicon.svg").replace("&", "&amp;"),
                        words.title(),
                        words.text(),
                        request.getContextPath()));
    }

    private static Words words(HttpServletRequest request, int status) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof ViewExpiredException) {
            return new Words(
                    "This page was open too long",
                    "For your safety it is no longer valid. Open it again; what you had saved is kept.");
        }
        return switch (status) {
            case HttpServletResponse.SC_FORBIDDEN ->
                new Words(
                        "Not allowed",
                        "Your account may not do this, so nothing was changed. Ask an admin for the role that it needs.");
            case HttpServletResponse.SC_NOT_FOUND, HttpServletResponse.SC_OK ->
                new Words(
                        "No such page",
                        "There is no page at this address. It may have moved, or the address has a slip.");
            default ->
                new Words(
                        "Something went wrong",
                        "This page could not be made. What was saved before is kept. Try again; if it stays, the server's log says why.");
        };
    }
}
