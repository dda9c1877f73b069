/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The least that reading from Odoo can be: the JDK's client, one request after the other, answers read and dropped. */
final class BareLoop {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> settings;

    BareLoop(Map<String, String> settings) {
        this.settings = settings;
    }

    record Call(String path, byte[] body) {
        /** A page of contacts, orders or lines; not what is looked up beside them. */
        boolean page() {
            return path.equals("/json/2/sale.order.line/search_read")
                    || path.matches("/json/2/(res\\.partner|sale\\.order)/search_read")
                            && new String(body, StandardCharsets.UTF_8).contains("\"limit\":");
        }
    }

    void read(List<Call> calls) {
        for (Call call : calls) {
            if (ask(call, BodyHandlers.discarding()).statusCode() != 200) {
                throw new AssertionError(call.path() + " failed");
            }
        }
    }

    <T> HttpResponse<T> ask(Call call, BodyHandler<T> handler) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.get("SEGCAST_ODOO_URL") + call.path()))
                .header("Authorization", "Bearer " + settings.get("SEGCAST_ODOO_API_KEY"))
                .header("X-Odoo-Database", settings.get("SEGCAST_ODOO_DATABASE"))
                .header("Content-Type", "application/json; charset=utf-8")
                .method(call.body().length == 0 ? "GET" : "POST", BodyPublishers.ofByteArray(call.body()))
                .build();
        try {
            return http.send(request, handler);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
