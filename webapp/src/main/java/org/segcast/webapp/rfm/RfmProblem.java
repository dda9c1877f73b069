/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rfm;

/**
 * Why settings cannot be kept.
 *
 * @param field {@code ranks}, {@code frequencyWindow}, {@code monetaryWindow}, {@code thresholds.recency} and so on, or {@code grid}
 * @param text a sentence
 */
public record RfmProblem(String field, String text) {}
