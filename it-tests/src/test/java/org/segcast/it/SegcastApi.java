/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A client of a Segcast server's API and pages, as one account or as nobody. Redirects are answers, cookies are not kept. */
public final class SegcastApi {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<String> ENDS = Set.of("COMPLETED", "FAILED", "STOPPED");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI server;
    private final Map<String, String> headers;

    private SegcastApi(URI server, Map<String, String> headers) {
        this.server = server;
        this.headers = headers;
    }

    /** @param server scheme, host and port */
    public static SegcastApi nobody(URI server) {
        return new SegcastApi(server, Map.of());
    }

    public SegcastApi as(String account, String password) {
        byte[] pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public SegcastApi with(String header, String value) {
        return with(Map.of(header, value));
    }

    SegcastApi with(Map<String, String> sent) {
        return new SegcastApi(server, Map.copyOf(sent));
    }

    /** @param path under {@code /segcast/api/v1/}; with a leading slash, under the server's root; or a whole address */
    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer getAs(String path, String mediaType) {
        Map<String, String> more = new HashMap<>(headers);
        more.put("Accept", mediaType);
        return new SegcastApi(server, more).get(path);
    }

    public Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json));
    }

    Answer postForm(String path, String form) {
        Map<String, String> more = new HashMap<>(headers);
        more.put("Content-Type", "application/x-www-form-urlencoded");
        return new SegcastApi(server, more).send("POST", path, BodyPublishers.ofString(form));
    }

    public Answer put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json));
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    private Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.resolve("/segcast/api/v1/").resolve(path))
                .timeout(PATIENCE)
                .method(method, body);
        if (!List.of("GET", "DELETE").contains(method) && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(method + " " + path, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", stopped);
        }
    }

    public JsonObject status() {
        return get("status").object();
    }

    /** Starts a run and waits for its end. */
    public JsonObject run() {
        return end(accepted(post("runs", "{}")));
    }

    /** Approves a plan and waits until its push is over. */
    public JsonObject push(String fingerprint) {
        return end(accepted(post("push", "{\"plan\":\"" + fingerprint + "\"}")));
    }

    /** @return where to follow the run */
    public static String accepted(Answer answer) {
        if (answer.status() != 202) {
            throw new AssertionError("expected 202, got " + answer);
        }
        return answer.header("Location");
    }

    public JsonObject end(String run) {
        return Patience.calmlyUntil(
                "the end of " + run, PATIENCE, () -> get(run).object(), seen -> ENDS.contains(seen.getString("state")));
    }

    /** Waits for the end of whatever run was started last. */
    public JsonObject lastRunsEnd() {
        return Patience.calmlyUntil(
                        "a run that is over",
                        PATIENCE,
                        this::status,
                        seen -> seen.containsKey("lastRun")
                                && ENDS.contains(seen.getJsonObject("lastRun").getString("state")))
                .getJsonObject("lastRun");
    }

    public static JsonObject step(JsonObject run, String name) {
        return run.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .filter(step -> step.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The rows of a CSV answer, header first. No cell of ours holds a line break. */
    public List<String> lines(String path) {
        Answer answer = get(path);
        if (answer.status() != 200) {
            throw new AssertionError(path + ": " + answer);
        }
        return answer.body().lines().toList();
    }
}
