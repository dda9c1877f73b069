/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import jakarta.json.JsonException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpAnswer;
import org.segcast.connector.http.HttpCalls;
import org.segcast.connector.http.JsonBytes;
import org.segcast.connector.http.PageSizing;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** Requests to Oro's JSON:API. A token that Oro no longer takes is renewed once, and the request sent again. */
final class OroClient {
    private static final String MEDIA = "application/vnd.api+json";

    private final OroConfig config;
    private final HttpCalls calls;
    private final JsonBytes json;
    private final OroSession session;

    OroClient(OroConfig config, CallGuard guard, Clock clock) {
        this.config = config;
        this.calls = new HttpCalls(config.words(), guard);
        this.json = new JsonBytes();
        this.session = new OroSession(config, json, clock);
    }

    private OroClient(OroConfig config, HttpCalls calls, JsonBytes json, OroSession session) {
        this.config = config;
        this.calls = calls;
        this.json = json;
        this.session = session;
    }

    /** The same connection without second attempts: for a person who waits for the answer. */
    OroClient once() {
        return new OroClient(config, calls.once(), json, session);
    }

    /** Asks for a token, which proves the credentials. */
    void signIn() {
        session.bearer(calls);
    }

    /** The server's clock; its first answer is waited for. */
    Optional<Instant> clock() {
        signIn();
        return calls.date();
    }

    OroDocument get(OroQuery query) {
        return read(query, "noHateoas");
    }

    /** Says the total too, which costs Oro a count. */
    OroDocument getWithTotal(OroQuery query) {
        return read(query, "noHateoas;totalCount");
    }

    private OroDocument read(OroQuery query, String included) {
        String tried = "to read " + query.path();
        return query.inBody()
                ? send("POST", query, json.bytes(Map.copyOf(query.parameters())), included, tried)
                : send("GET", query, new byte[0], included, tried);
    }

    OroDocument post(String path, Map<String, Object> body) {
        return send("POST", OroQuery.of(path), json.bytes(body), "noHateoas", "to write to " + path);
    }

    OroDocument patch(String path, Map<String, Object> body) {
        return send("PATCH", OroQuery.of(path), json.bytes(body), "noHateoas", "to change " + path);
    }

    OroDocument delete(String path, Map<String, Object> body) {
        return send("DELETE", OroQuery.of(path), json.bytes(body), "noHateoas", "to take away from " + path);
    }

    /** The record itself. */
    void delete(String path) {
        send("DELETE", OroQuery.of(path), new byte[0], "noHateoas", "to delete " + path);
    }

    /** Requests so far, repeated ones too. */
    long sent() {
        return calls.sent();
    }

    PageSizing pages() {
        return calls.pages();
    }

    private OroDocument send(String method, OroQuery query, byte[] body, String included, String tried) {
        String bearer = session.bearer(calls);
        try {
            return send(request(method, query, body, included, bearer), tried);
        } catch (SegcastException e) {
            if (e.code() != ErrorCode.LOGIN_REFUSED) {
                throw e;
            }
            session.refused(bearer);
            return send(request(method, query, body, included, session.bearer(calls)), tried);
        }
    }

    private HttpRequest request(String method, OroQuery query, byte[] body, String included, String bearer) {
        BodyPublisher publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        config.url().resolve(config.apiPath() + "/" + query.address()))
                .timeout(config.policy().requestTimeout())
                .header("Authorization", bearer)
                .header("Accept", MEDIA)
                .header("X-Include", included)
                .method(method, publisher);
        if (body.length > 0) {
            builder.header("Content-Type", MEDIA);
        }
        if (query.inBody()) {
            builder.header("X-HTTP-Method-Override", "GET");
        }
        return builder.build();
    }

    private OroDocument send(HttpRequest request, String tried) {
        return calls.call(request, tried, answer -> read(answer, tried));
    }

    private OroDocument read(HttpAnswer answer, String tried) {
        boolean good = answer.status() >= 200 && answer.status() < 300 && !answer.html();
        if (!good) {
            OroError error = OroError.of(answer, json);
            throw new SegcastException(error.code(), error.sentence(tried, config));
        }
        if (answer.body().length == 0) {
            return OroDocument.EMPTY;
        }
        try {
            return OroDocument.of(json.value(answer.body()).asJsonObject(), total(answer));
        } catch (JsonException | ClassCastException e) {
            throw new SegcastException(
                    ErrorCode.ANSWER_UNREADABLE,
                    "Segcast tried " + tried + " on " + config.place()
                            + ": expected JSON:API, found something else or an answer cut short: a proxy before Oro may be in the way",
                    e);
        }
    }

    private static OptionalLong total(HttpAnswer answer) {
        return answer.header("X-Include-Total-Count")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }
}
