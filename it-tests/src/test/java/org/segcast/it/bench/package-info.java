/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Benchmarks: they print figures and keep them under {@code target/bench}; no figure fails a build. Start at {@link org.segcast.it.bench.Figures}.
 *
 * <p>Never here: assertions on time.
 */
package org.segcast.it.bench;
