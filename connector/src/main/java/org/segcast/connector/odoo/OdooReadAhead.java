/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.SegcastException;

/** Reads the next page while the caller still works on this one; at most one page ahead, and only the caller or the background reads at a time. */
final class OdooReadAhead<R> {
    private record Ahead<R>(PageRequest request, CompletableFuture<Page<R>> page) {}

    private final Executor background;
    private final Function<PageRequest, Page<R>> source;
    private Optional<Ahead<R>> ahead = Optional.empty();

    OdooReadAhead(Executor background, Function<PageRequest, Page<R>> source) {
        this.background = background;
        this.source = source;
    }

    Page<R> page(PageRequest request) {
        Page<R> page = taken(request).orElseGet(() -> source.apply(request));
        ahead = page.nextAfterId().map(id -> start(request.after(id)));
        return page;
    }

    /** Waits for the page under way, so that nothing reads after a close. */
    void finish() {
        ahead.ifPresent(
                started -> started.page().handle((page, failure) -> page).join());
        ahead = Optional.empty();
    }

    private Optional<Page<R>> taken(PageRequest request) {
        Optional<Ahead<R>> started = ahead.filter(found -> found.request().equals(request));
        if (started.isEmpty()) {
            finish();
        }
        ahead = Optional.empty();
        return started.map(found -> joined(found.page()));
    }

    private Ahead<R> start(PageRequest request) {
        return new Ahead<>(request, CompletableFuture.supplyAsync(() -> source.apply(request), background));
    }

    private static <T> T joined(CompletableFuture<T> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SegcastException why) {
                throw why;
            }
            if (e.getCause() instanceof CancellationException stopped) {
                throw stopped;
            }
            throw e;
        }
    }
}
