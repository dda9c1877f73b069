/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.segcast.connector.spi.SegcastException;

/**
 * Sends requests to one host, through its guard.
 *
 * <p>Redirects are not followed, so that secrets go to the configured host only. The time-out holds for the whole answer: the HTTP client's own
 * ends with the headers.
 */
public final class HttpCalls {
    private static final int STALE_CONNECTIONS = 3;
    /** Of this server's memory; several answers are read at once, and each is taken apart after. */
    private static final int ANSWER_SHARE = 12;

    private final HttpWords words;
    private final CallGuard guard;
    private final HttpClient http;
    private final HttpTrouble trouble;
    private final AtomicLong sent;
    private final AtomicReference<Optional<Instant>> date;
    private final long longest;
    private final boolean once;

    public HttpCalls(HttpWords words, CallGuard guard) {
        this(words, guard, Runtime.getRuntime().maxMemory() / ANSWER_SHARE);
    }

    /** @param longest answer in bytes that is taken in */
    HttpCalls(HttpWords words, CallGuard guard, long longest) {
        this(
                words,
                guard,
                http(guard.policy()),
                new HttpTrouble(words, guard.policy()),
                new AtomicLong(),
                new AtomicReference<>(Optional.empty()),
                longest,
                false);
    }

    private HttpCalls(
            HttpWords words,
            CallGuard guard,
            HttpClient http,
            HttpTrouble trouble,
            AtomicLong sent,
            AtomicReference<Optional<Instant>> date,
            long longest,
            boolean once) {
        this.words = words;
        this.guard = guard;
        this.http = http;
        this.trouble = trouble;
        this.sent = sent;
        this.date = date;
        this.longest = longest;
        this.once = once;
    }

    private static HttpClient http(HttpPolicy policy) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(policy.connectTimeout())
                .build();
    }

    /** The same host without second attempts, and tried even while it is left alone: for a person who waits for the answer. */
    public HttpCalls once() {
        return new HttpCalls(words, guard, http, trouble, sent, date, longest, true);
    }

    /** Requests so far, repeated ones too. */
    public long sent() {
        return sent.get();
    }

    /** The host's clock by its latest answer, where that told it. */
    public Optional<Instant> date() {
        return date.get();
    }

    /** For what adapts to the time that answers take. */
    public PageSizing pages() {
        return new PageSizing(guard::now, guard.policy().requestTimeout());
    }

    /** @param tried for messages, such as "to read contacts" */
    public <T> T call(HttpRequest request, String tried, AnswerReader<T> reader) {
        Supplier<HttpAttempt<T>> attempt = () -> attempt(request, tried, reader);
        return once ? guard.once(words, attempt) : guard.call(words, attempt);
    }

    /**
     * Servers without keep-alive may close a connection without saying so, and the client sends the next request into it: where a host that answered
     * before sends not one byte back, the request goes again at once, on another connection.
     */
    private <T> HttpAttempt<T> attempt(HttpRequest request, String tried, AnswerReader<T> reader) {
        for (int again = 0; ; again++) {
            AtomicBoolean begun = new AtomicBoolean();
            try {
                return read(HttpAnswer.of(send(request, begun)), reader);
            } catch (ExecutionException e) {
                boolean stale = e.getCause().getClass() == IOException.class && !begun.get();
                if (!stale || !trouble.hasAnswered() || again == STALE_CONNECTIONS) {
                    return trouble.failed(tried, e.getCause());
                }
            } catch (TimeoutException e) {
                return trouble.failed(tried, e);
            } catch (InterruptedException e) {
                throw CallGuard.stopped(words);
            }
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request, AtomicBoolean begun)
            throws ExecutionException, TimeoutException, InterruptedException {
        sent.incrementAndGet();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, head -> {
            begun.set(true);
            return new LimitedBody(longest);
        });
        try {
            return answer.get(guard.policy().requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    private <T> HttpAttempt<T> read(HttpAnswer answer, AnswerReader<T> reader) {
        trouble.answered();
        date.set(answer.date());
        try {
            return new HttpAttempt.Answered<>(reader.read(answer));
        } catch (SegcastException e) {
            Duration asked = RetryAfter.wait(answer.header("Retry-After"), guard.now());
            return new HttpAttempt.Failed<>(e, asked);
        }
    }
}
