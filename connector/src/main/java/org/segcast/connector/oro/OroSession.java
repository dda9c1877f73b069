/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.http.HttpAnswer;
import org.segcast.connector.http.HttpCalls;
import org.segcast.connector.http.JsonBytes;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * The access token: got with the client's credentials (RFC 6749, 4.4), kept in memory only, renewed a minute before it runs out, or at half its life where that is
 * shorter.
 */
final class OroSession {
    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final String TRIED = "to sign in";

    private record Token(String text, Instant renewAt) {}

    private final OroConfig config;
    private final JsonBytes json;
    private final Clock clock;
    private Optional<Token> token = Optional.empty();

    OroSession(OroConfig config, JsonBytes json, Clock clock) {
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** The header's value. */
    synchronized String bearer(HttpCalls calls) {
        Instant now = clock.instant();
        if (token.filter(found -> now.isBefore(found.renewAt())).isEmpty()) {
            token = Optional.of(calls.call(request(), TRIED, answer -> read(answer, now)));
        }
        return "Bearer " + token.orElseThrow().text();
    }

    /** Oro did not take this one: the next call asks for another, unless somebody did already. */
    synchronized void refused(String bearer) {
        token = token.filter(found -> !bearer.equals("Bearer " + found.text()));
    }

    private HttpRequest request() {
        Map<String, Object> credentials = Map.of(
                "grant_type", "client_credentials",
                "client_id", config.clientId(),
                "client_secret", config.secret().text());
        return HttpRequest.newBuilder(config.url().resolve("/oauth2-token"))
                .timeout(config.policy().requestTimeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.bytes(credentials)))
                .build();
    }

    private Token read(HttpAnswer answer, Instant now) {
        if (answer.status() != 200 || answer.html()) {
            throw refusal(answer);
        }
        try {
            JsonObject body = json.value(answer.body()).asJsonObject();
            Duration life = Duration.ofSeconds(body.getInt("expires_in"));
            Duration early = life.dividedBy(2).compareTo(EARLY) < 0 ? life.dividedBy(2) : EARLY;
            return new Token(body.getString("access_token"), now.plus(life).minus(early));
        } catch (JsonException
                | ClassCastException
                | NullPointerException e) { // what the JSON API throws where a field is missing
            throw new SegcastException(ErrorCode.ANSWER_UNREADABLE, at("found an answer without a token"), e);
        }
    }

    private SegcastException refusal(HttpAnswer answer) {
        return switch (answer.status()) {
            case 400, 401, 403 ->
                answer.html() ? notThere(answer) : new SegcastException(ErrorCode.LOGIN_REFUSED, refused());
            case 408, 425, 429, 500, 502, 503, 504 ->
                new SegcastException(
                        ErrorCode.BUSY, at("Oro was too busy or restarting (HTTP " + answer.status() + ")"));
            default -> notThere(answer);
        };
    }

    private String refused() {
        return "Oro on " + config.url().getRawAuthority()
                + " refused the client ID or its secret: check both, and that the OAuth application is active and of type client credentials";
    }

    private SegcastException notThere(HttpAnswer answer) {
        return new SegcastException(
                ErrorCode.NOT_THIS_CRM,
                at(
                        "expected Oro's OAuth server at /oauth2-token, found HTTP " + answer.status()
                                + ": check the address, and that the OAuth application was made and Oro's encryption keys are in place"));
    }

    private String at(String found) {
        return "Segcast tried " + TRIED + " on " + config.url() + ": " + found;
    }
}
