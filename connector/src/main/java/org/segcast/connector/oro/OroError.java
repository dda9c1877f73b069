/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.segcast.connector.http.HttpAnswer;
import org.segcast.connector.http.JsonBytes;
import org.segcast.connector.spi.ErrorCode;

/**
 * What a failed answer means, by HTTP status and the first of its error objects. The object's detail is dropped except for a few known sentences: it may quote
 * people's data.
 *
 * @param title such as {@code filter constraint}; empty text where the body holds no error object
 * @param where the parameter or the pointer that the error is about; empty text where none is told
 */
record OroError(ErrorCode code, int status, String title, String where) {
    private static final String GONE = "The entity does not exist.";
    private static final String NO_SUCH = "An entity with the requested identifier does not exist.";

    static OroError of(HttpAnswer answer, JsonBytes json) {
        JsonObject first = first(answer, json).orElse(JsonObject.EMPTY_JSON_OBJECT);
        String title = plain(first.getString("title", ""), "[a-z0-9 ]{1,60}");
        String detail = first.getString("detail", "");
        return new OroError(code(answer, title, detail), answer.status(), title, where(first));
    }

    private static Optional<JsonObject> first(HttpAnswer answer, JsonBytes json) {
        try {
            JsonArray errors = json.value(answer.body()).asJsonObject().getJsonArray("errors");
            return Optional.ofNullable(errors).map(all -> all.getJsonObject(0));
        } catch (JsonException | ClassCastException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static String where(JsonObject error) {
        if (error.get("source") instanceof JsonObject source) {
            return plain(
                    source.getString("parameter", source.getString("pointer", "")), "[A-Za-z0-9_/.\\[\\]-]{1,100}");
        }
        return "";
    }

    private static String plain(String text, String pattern) {
        return text.matches(pattern) ? text : "";
    }

    private static ErrorCode code(HttpAnswer answer, String title, String detail) {
        boolean told = !title.isEmpty();
        return switch (answer.status()) {
            case 400 -> detail.equals(GONE) ? ErrorCode.RECORD_MISSING : refusedOrElse(told);
            case 401 -> ErrorCode.LOGIN_REFUSED;
            case 403 -> told ? ErrorCode.RIGHTS_MISSING : ErrorCode.NOT_THIS_CRM;
            case 404 -> absent(title, detail);
            case 408, 425, 429, 502, 503, 504 -> ErrorCode.BUSY;
            case 500 -> told ? ErrorCode.REQUEST_REFUSED : ErrorCode.BUSY;
            default -> refusedOrElse(told);
        };
    }

    private static ErrorCode refusedOrElse(boolean told) {
        return told ? ErrorCode.REQUEST_REFUSED : ErrorCode.NOT_THIS_CRM;
    }

    private static ErrorCode absent(String title, String detail) {
        if (detail.equals(NO_SUCH)) {
            return ErrorCode.RECORD_MISSING;
        }
        return title.equals("entity type constraint") || title.equals("resource not accessible exception")
                ? ErrorCode.MODULE_MISSING
                : ErrorCode.NOT_THIS_CRM;
    }

    /** @param tried such as "to read orders" */
    String sentence(String tried, OroConfig config) {
        return "Segcast tried " + tried + " on " + config.place() + ": " + found();
    }

    private String found() {
        String answer =
                "HTTP " + status + (title.isEmpty() ? "" : ", " + title) + (where.isEmpty() ? "" : " at " + where);
        return switch (code) {
            case LOGIN_REFUSED ->
                "Oro did not take the token, nor a new one: the OAuth application may be inactive, or its user disabled";
            case RIGHTS_MISSING ->
                "Oro denied it to the user of the OAuth application: give this user's role the right, or choose another user";
            case MODULE_MISSING -> "this Oro does not know such records: the part they belong to is not installed";
            case RECORD_MISSING -> "a record has been deleted meanwhile: the next sync will notice";
            case BUSY -> "Oro was too busy or restarting (" + answer + "): try again later";
            case NOT_THIS_CRM ->
                "expected Oro's JSON:API, found HTTP " + status + ": check segcast.oro.url and segcast.oro.api-path, "
                        + "and that the web API is enabled in Oro under System, Configuration, Application Settings";
            default -> refused(answer);
        };
    }

    private String refused(String answer) {
        return where.equals("page[size]")
                ? "this Oro gives fewer records at once (" + answer + "): make segcast.oro.page-size smaller"
                : "Oro refused it (" + answer + "): its own log says more";
    }
}
