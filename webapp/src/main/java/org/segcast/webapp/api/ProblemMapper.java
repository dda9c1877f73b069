/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.segcast.connector.spi.SegcastException;

/** Turns whatever goes wrong into a problem detail; of unexpected failures only a number that finds them in the log. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web) {
            return asProblem(web);
        }
        if (failure instanceof SegcastException known) {
            Status status =
                    known.kind() == SegcastException.Kind.DEFECT ? Status.INTERNAL_SERVER_ERROR : Status.BAD_GATEWAY;
            return Problem.response(status, known.getMessage());
        }
        if (failure instanceof org.segcast.predictive.SegcastException known
                && known.kind() != org.segcast.predictive.ErrorCode.Kind.DEFECT) {
            return Problem.response(Status.SERVICE_UNAVAILABLE, known.getMessage());
        }
        if (unreadable(failure)) {
            return Problem.response(Status.BAD_REQUEST, "The body is not the JSON that was expected.");
        }
        String incident = Integer.toHexString(System.identityHashCode(failure));
        LOG.log(Level.SEVERE, "Unexpected failure " + incident + " in the API", failure);
        return Problem.response(
                Status.INTERNAL_SERVER_ERROR,
                "Something unexpected happened. The server's log holds it under " + incident + ".");
    }

    private static boolean unreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonException || cause instanceof JsonbException) {
                return true;
            }
        }
        return failure instanceof ProcessingException;
    }

    private static Response asProblem(WebApplicationException web) {
        Response response = web.getResponse();
        if (response.getEntity() instanceof Problem || response.getStatus() < 400) {
            return response;
        }
        if (unreadable(web)) {
            return Problem.response(Status.BAD_REQUEST, "The body is not the JSON that was expected.");
        }
        Status status = Status.fromStatusCode(response.getStatus());
        String title = status == null ? "Error" : status.getReasonPhrase();
        return Problem.response(response.getStatus(), title, said(response.getStatus()));
    }

    private static String said(int status) {
        return switch (status) {
            case 403 -> "Your account's role does not allow this.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method.";
            case 406 -> "This address can't answer in the media type asked for.";
            case 415 -> "Send JSON, with Content-Type: application/json.";
            default -> "The request could not be served.";
        };
    }
}
