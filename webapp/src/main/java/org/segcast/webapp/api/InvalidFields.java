/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.stream.Collectors;
import org.segcast.webapp.connection.ConnectionDraft;

/** A problem detail (RFC 9457) that tells each problem with the field it is about. */
@JsonbPropertyOrder({"type", "title", "status", "detail", "problems"})
public record InvalidFields(String type, String title, int status, String detail, List<Field> problems) {

    /** @param field empty text where it is about no single one */
    public record Field(String field, String reason) {}

    static Response response(List<ConnectionDraft.Problem> found) {
        String detail = found.stream().map(ConnectionDraft.Problem::text).collect(Collectors.joining("; ")) + ".";
        List<Field> fields = found.stream()
                .map(problem -> new Field(problem.field(), problem.text()))
                .toList();
        return response(detail, fields);
    }

    static WebApplicationException exception(List<Field> found) {
        String detail = found.stream().map(Field::reason).collect(Collectors.joining(" "));
        return new WebApplicationException(detail, response(detail, found));
    }

    private static Response response(String detail, List<Field> fields) {
        return Response.status(Status.BAD_REQUEST)
                .type(Problem.MEDIA_TYPE)
                .entity(new InvalidFields(
                        "about:blank",
                        Status.BAD_REQUEST.getReasonPhrase(),
                        Status.BAD_REQUEST.getStatusCode(),
                        detail,
                        fields))
                .build();
    }
}
