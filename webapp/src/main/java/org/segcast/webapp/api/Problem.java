/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/**
 * A problem detail (RFC 9457).
 *
 * @param detail what was found, what was expected and what to do
 */
@JsonbPropertyOrder({"type", "title", "status", "detail"})
public record Problem(String type, String title, int status, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Response response(Status status, String detail) {
        return response(status.getStatusCode(), status.getReasonPhrase(), detail);
    }

    static Response response(int status, String title, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem("about:blank", title, status, detail))
                .build();
    }

    static WebApplicationException notFound(String detail) {
        return exception(Status.NOT_FOUND, detail);
    }

    static WebApplicationException exception(Status status, String detail) {
        return new WebApplicationException(detail, response(status, detail));
    }
}
