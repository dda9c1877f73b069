/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.segcast.connector.http.PageSizing;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.SegcastException;

/**
 * Keeps Odoo busy while the caller works on a page: the next page is completed in the background, and the rows behind it are fetched meanwhile.
 * Never further ahead than that, so memory holds three pages at most.
 */
final class OdooReadAhead<R> {
    /** A read in two stages; the first of one page may run beside the second of the page before, never beside itself. */
    interface Source<R> {
        /** Forgets what was remembered for the read before; called when a page is asked for that does not follow the last one. */
        void restart();

        List<OdooRow> rows(PageRequest request);

        Page<R> page(PageRequest request, List<OdooRow> rows);

        /** The request behind this one, or none. */
        default Optional<PageRequest> next(PageRequest request, List<OdooRow> rows) {
            return OdooPages.next(request, rows);
        }
    }

    /** @param request as it was sent: for fewer rows than wanted where Odoo is slow */
    private record Fetched(PageRequest request, List<OdooRow> rows) {}

    private record Rows(PageRequest request, CompletableFuture<Fetched> rows) {}

    private record Pending<R>(
            PageRequest request, CompletableFuture<Optional<Rows>> next, CompletableFuture<Page<R>> page) {}

    private final Executor background;
    private final PageSizing sizing;
    private final Source<R> source;
    private Optional<Rows> expected = Optional.empty();
    private Optional<Pending<R>> ahead = Optional.empty();

    OdooReadAhead(Executor background, PageSizing sizing, Source<R> source) {
        this.background = background;
        this.sizing = sizing;
        this.source = source;
    }

    /** Fetches the rows of a page that is asked for later; they are completed then, for by that time others may have told what they need. After a {@link #restart}. */
    void expect(PageRequest request) {
        expected = Optional.of(fetch(request));
    }

    void restart() {
        finish();
        source.restart();
    }

    Page<R> page(PageRequest request) {
        if (expected.filter(rows -> rows.request().equals(request)).isPresent()) {
            ahead = expected.map(this::begin);
            expected = Optional.empty();
        }
        if (ahead.filter(found -> found.request().equals(request)).isEmpty()) {
            restart();
            ahead = Optional.of(begin(fetch(request)));
        }
        Pending<R> pending = ahead.orElseThrow();
        ahead = Optional.empty();
        Page<R> page = joined(pending.page());
        ahead = joined(pending.next()).map(this::begin);
        return page;
    }

    /** Does something else with the source, while nothing is read from it. */
    <T> T between(Supplier<T> work) {
        finish();
        return work.get();
    }

    /** Waits for what is under way, so that nothing reads after a close. */
    void finish() {
        expected.ifPresent(rows -> settled(rows.rows()));
        expected = Optional.empty();
        ahead.ifPresent(pending -> {
            settled(pending.page());
            settled(pending.next()
                    .thenCompose(next -> next.<CompletableFuture<?>>map(Rows::rows)
                            .orElseGet(() -> CompletableFuture.completedFuture(List.of()))));
        });
        ahead = Optional.empty();
    }

    private Rows fetch(PageRequest request) {
        return new Rows(request, CompletableFuture.supplyAsync(() -> fetched(request), background));
    }

    /** Passes over pages without rows: there may be more behind them, in another model. */
    private Fetched fetched(PageRequest request) {
        Fetched found = read(request);
        Optional<PageRequest> next = source.next(found.request(), found.rows());
        while (found.rows().isEmpty() && next.isPresent()) {
            found = read(sized(next.get(), request.size()));
            next = source.next(found.request(), found.rows());
        }
        return found;
    }

    private Fetched read(PageRequest request) {
        return sizing.read(request.size(), size -> {
            PageRequest sent = sized(request, size);
            return new Fetched(sent, source.rows(sent));
        });
    }

    private static PageRequest sized(PageRequest request, int size) {
        return new PageRequest(request.changedSince(), request.afterId(), size);
    }

    private Pending<R> begin(Rows first) {
        PageRequest request = first.request();
        CompletableFuture<Optional<Rows>> next = first.rows()
                .thenApply(fetched -> source.next(fetched.request(), fetched.rows())
                        .map(behind -> fetch(sized(behind, request.size()))));
        CompletableFuture<Page<R>> page =
                first.rows().thenApplyAsync(fetched -> source.page(fetched.request(), fetched.rows()), background);
        return new Pending<>(request, next, page);
    }

    private static void settled(CompletableFuture<?> future) {
        future.handle((value, failure) -> Optional.empty()).join();
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
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
