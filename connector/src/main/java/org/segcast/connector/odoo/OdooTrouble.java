/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

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
final class OdooTrouble {
    private final OdooConfig config;
    private volatile boolean answeredBefore;

    OdooTrouble(OdooConfig config) {
        this.config = config;
    }

    void answered() {
        answeredBefore = true;
    }

    OdooAttempt failed(String tried, Throwable cause) {
        ErrorCode code = code(cause);
        String message = "Segcast tried " + tried + " on " + config.url() + ": " + found(code, cause);
        return new OdooAttempt.Failed(new SegcastException(code, message, cause), Duration.ZERO);
    }

    SegcastException unreadable(String tried) {
        return new SegcastException(
                ErrorCode.ANSWER_UNREADABLE,
                "Segcast tried " + tried + " on " + config.url()
                        + ": expected JSON, found something else or an answer cut short: a proxy before Odoo may be in the way");
    }

    private ErrorCode code(Throwable cause) {
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return ErrorCode.TIMED_OUT;
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
                        ? "no connection within " + words(config.connectTimeout()) + ": check host, port and firewall"
                        : "no answer within " + words(config.requestTimeout())
                                + ": Odoo may be overloaded, or segcast.odoo.request-timeout too short";
            case ADDRESS_UNREACHABLE ->
                cause instanceof SSLException
                        ? "no secure connection: the port speaks no TLS or its certificate is not trusted here"
                        : "nobody answers there: check host and port";
            case NOT_THIS_CRM -> "what answers there does not speak HTTP: check the port";
            default -> "the connection broke before the answer was complete";
        };
    }

    private static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
