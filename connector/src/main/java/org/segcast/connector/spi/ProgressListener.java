/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

/** Told how far long work is; may throw {@link java.util.concurrent.CancellationException} to stop it between two calls. */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener SILENT = (done, total) -> {};

    /** @param total as known so far; never less than done */
    void progress(long done, long total);
}
