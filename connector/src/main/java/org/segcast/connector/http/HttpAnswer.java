/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

/** A whole answer, with any status. */
public record HttpAnswer(int status, HttpHeaders headers, byte[] body) {
    static HttpAnswer of(HttpResponse<byte[]> response) {
        return new HttpAnswer(response.statusCode(), response.headers(), response.body());
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public boolean html() {
        return header("Content-Type").orElse("").contains("html");
    }
}
