/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.List;
import java.util.Map;

/** A failure in the shape and words of Oro's JSON:API error objects. */
final class OroRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final String detail;
    private final Map<String, String> source;

    private OroRefusal(int status, String title, String detail, Map<String, String> source) {
        super(status + " " + title + ": " + detail);
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.source = source;
    }

    static OroRefusal of(int status, String title, String detail) {
        return new OroRefusal(status, title, detail, Map.of());
    }

    static OroRefusal filter(String parameter, String detail) {
        return new OroRefusal(400, "filter constraint", detail, Map.of("parameter", parameter));
    }

    static OroRefusal invalid(String title, String detail, String pointer) {
        return new OroRefusal(400, title, detail, Map.of("pointer", pointer));
    }

    static OroRefusal missing() {
        return of(404, "not found http exception", "An entity with the requested identifier does not exist.");
    }

    static OroRefusal denied() {
        return of(403, "access denied exception", "No access to this type of entities.");
    }

    int status() {
        return status;
    }

    /** As in the answer to a request, where the status is text. */
    Map<String, Object> body() {
        return Map.of("errors", List.of(error(Integer.toString(status), source)));
    }

    /** As among an asynchronous operation's errors, where the status is a number and the pointer starts at the record. */
    Map<String, Object> ofRecord(int index) {
        String within = source.getOrDefault("pointer", "").replaceFirst("^/data", "");
        return error(status, Map.of("pointer", "/data/" + index + within));
    }

    private Map<String, Object> error(Object statusAsTold, Map<String, String> where) {
        return where.isEmpty()
                ? Map.of("status", statusAsTold, "title", title, "detail", detail)
                : Map.of("status", statusAsTold, "title", title, "detail", detail, "source", where);
    }
}
