/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A whole answer, with any status. */
public record HttpAnswer(int status, HttpHeaders headers, byte[] body) {
    static HttpAnswer of(HttpResponse<byte[]> response) {
        return new HttpAnswer(response.statusCode(), response.headers(), response.body());
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The sender's clock (RFC 9110, 6.6.1); empty where it tells none that can be read. */
    public Optional<Instant> date() {
        return header("Date").flatMap(HttpAnswer::instant);
    }

    static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    public boolean html() {
        return header("Content-Type").orElse("").contains("html");
    }
}
