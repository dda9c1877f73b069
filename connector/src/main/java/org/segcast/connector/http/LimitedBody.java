/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** An answer's bytes up to a limit: a host gone wrong, or pages too large for this server's memory, must not take the server down. */
final class LimitedBody implements BodySubscriber<byte[]> {
    /** Why an answer was given up. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
        private static final long MB = 1_000_000;

        TooLong(long limit) {
            super("longer than " + Math.max(1, limit / MB) + " MB");
        }
    }

    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private final long limit;
    private long taken;
    private Subscription subscription;

    LimitedBody(long limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        bytes.onSubscribe(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> some) {
        taken += some.stream().mapToLong(ByteBuffer::remaining).sum();
        if (taken > limit) {
            subscription.cancel();
            bytes.onError(new TooLong(limit));
        } else {
            bytes.onNext(some);
        }
    }

    @Override
    public void onError(Throwable broken) {
        bytes.onError(broken);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
