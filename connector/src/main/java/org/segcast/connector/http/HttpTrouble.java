/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * What a request without an answer means. A host that never answered is a wrong address; one that answered before and now refuses is
 * restarting, which time mends.
 */
final class HttpTrouble {
    private final HttpWords words;
    private final HttpPolicy policy;
    private volatile boolean answeredBefore;

    HttpTrouble(HttpWords words, HttpPolicy policy) {
        this.words = words;
        this.policy = policy;
    }

    void answered() {
        answeredBefore = true;
    }

    boolean hasAnswered() {
        return answeredBefore;
    }

    <T> HttpAttempt<T> failed(String tried, Throwable cause) {
        ErrorCode code = code(cause);
        String message = "Segcast tried " + tried + " on " + words.url() + ": " + found(code, cause);
        return new HttpAttempt.Failed<>(new SegcastException(code, message, cause), Duration.ZERO);
    }

    private ErrorCode code(Throwable cause) {
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return ErrorCode.TIMED_OUT;
        }
        if (cause instanceof LimitedBody.TooLong) {
            return ErrorCode.ANSWER_TOO_LONG;
        }
        if (cause instanceof SSLException) {
            return ErrorCode.ADDRESS_UNREACHABLE;
        }
        if (cause instanceof ConnectException) {
            return answeredBefore ? ErrorCode.CONNECTION_LOST : ErrorCode.ADDRESS_UNREACHABLE;
        }
        return cause instanceof ProtocolException ? ErrorCode.NOT_THIS_CRM : ErrorCode.CONNECTION_LOST;
    }

    private String found(ErrorCode code, Throwable cause) {
        return switch (code) {
            case TIMED_OUT ->
                cause instanceof HttpConnectTimeoutException
                        ? "no connection within " + text(policy.connectTimeout()) + ": check host, port and firewall"
                        : "no answer within " + text(policy.requestTimeout()) + ": " + words.crm()
                                + " may be overloaded, or " + words.timeoutSetting() + " too short";
            case ADDRESS_UNREACHABLE ->
                cause instanceof SSLException
                        ? "no secure connection: the port speaks no TLS or its certificate is not trusted here"
                        : "nobody answers there: check host and port";
            case ANSWER_TOO_LONG ->
                "the answer is " + cause.getMessage() + ", too long for this server's memory: give it more";
            case NOT_THIS_CRM -> "what answers there does not speak HTTP: check the port";
            default -> "the connection broke before the answer was complete";
        };
    }

    private static String text(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
